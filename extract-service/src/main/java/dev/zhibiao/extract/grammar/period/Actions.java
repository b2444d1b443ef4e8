package dev.zhibiao.extract.grammar.period;

import dev.zhibiao.extract.grammar.text.KeyedPattern;
import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Actions of several years that a paragraph tells the end of: behind 工业振兴三年行动圆满收官，投资三年超80亿元 the rest of the paragraph
 * adds up those three years. That it does is only believed where the paragraph says the years again, of a sum.
 */
final class Actions {

    private static final KeyedPattern ENDED =
            KeyedPattern.compile("([两三四])年[^，。；]{0,4}(?:行动|攻坚战?|决战|会战|计划)[^，。；]{0,6}(?:收官|完成|结束|告捷)");

    /** A sentence that opens with a year of its own adds up nothing more. */
    private static final KeyedPattern DATED = KeyedPattern.compile("^.{0,4}(?:去年|今年|一年来|(?:19|20)\\d\\d年)");

    private static final String COUNTS = "零一两三四";

    /** The sums over so many years, by their number. */
    private static final List<Pattern> SUMS = COUNTS.chars()
            .mapToObj(count -> Pattern.compile("(?<!发生)" + (char) count + "年(?:来，|间|累计|共|超|完成|新增|实施|投入|建成)"))
            .toList();

    private final Map<Sentence, Integer> counts = new IdentityHashMap<>();

    private Actions() {}

    static Actions of(List<Sentence> sentences) {
        Actions actions = new Actions();
        for (int i = 0; i < sentences.size(); i++) {
            Matcher ended = ENDED.find(sentences.get(i).text());
            if (ended == null) {
                continue;
            }
            int end = i + 1;
            StringBuilder rest = new StringBuilder(sentences.get(i).text().substring(ended.end()));
            while (end < sentences.size() && !ends(sentences.get(end))) {
                rest.append(sentences.get(end++).text());
            }
            int count = COUNTS.indexOf(ended.group(1));
            if (SUMS.get(count).matcher(rest).find()) {
                sentences.subList(i, end).forEach(s -> actions.counts.put(s, count));
            }
        }
        return actions;
    }

    private static boolean ends(Sentence sentence) {
        return sentence.opensParagraph() || DATED.isIn(sentence.text());
    }

    /** How many years the sentence looks back on to the last one; null where it stands behind no such action. */
    @Nullable
    Integer years(Sentence sentence) {
        return counts.get(sentence);
    }
}
