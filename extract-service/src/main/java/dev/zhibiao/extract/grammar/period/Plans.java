package dev.zhibiao.extract.grammar.period;

import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** The five-year plans: 十二五 is 2011 to 2015. */
final class Plans {

    private static final KeyedPattern NAME =
            KeyedPattern.compile("“?(十?[一二三四五六七八九]|十)五”?(?=时期|期间|规划|末|以来|的|[，：、]|计划|$|”)");
    private static final String DIGITS = "一二三四五六七八九";
    private static final int FIRST_YEAR_OF_FIRST = 1953;

    private Plans() {}

    /** The plan a text names, or null. */
    static @Nullable Years named(String text) {
        Matcher m = NAME.find(text);
        if (m == null) {
            return null;
        }
        String name = m.group(1);
        int tens = name.startsWith("十") ? 10 : 0;
        int number = tens + (name.length() == 1 && tens == 10 ? 0 : DIGITS.indexOf(name.charAt(name.length() - 1)) + 1);
        // 1963 to 1965 were years of adjustment between the second plan and the third.
        int first = number <= 2 ? FIRST_YEAR_OF_FIRST + (number - 1) * 5 : FIRST_YEAR_OF_FIRST + 3 + (number - 1) * 5;
        return new Years(first, first + 4);
    }
}
