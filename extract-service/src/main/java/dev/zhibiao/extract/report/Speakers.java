package dev.zhibiao.extract.report;

import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds who read a report out: 市长 周 齐, （2022年1月25日 李先祥）, 周乃翔 on a line of its own. */
final class Speakers {

    private static final String OFFICE =
            "(?:省长|市长|区长|县长|州长|盟长|旗长|镇长|乡长|专员|总理|自治区主席|政府主席|主席|国务委员|主任|部长|行政长官)(?:（[代兼]）|\\([代兼]\\))?";
    private static final String NAME =
            "([\\u4e00-\\u9fa5]{1,8}(?:[·•・‧.．][\\u4e00-\\u9fa5]{1,8}){1,3}|[\\u4e00-\\u9fa5]{2,4})";
    private static final Pattern OFFICE_LINE = Pattern.compile(
            "^[—―─－（(-]*(?:报告人[：:])?(?:.{0,40}" + OFFICE + ")[：:、，]?" + NAME + "[）)]?(?:[（(].{0,24}[）)])?$");
    private static final Pattern REPORTER = Pattern.compile("^(?:报告人|作报告人)[：:](?:.{0,20}" + OFFICE + ")?" + NAME + "$");
    private static final KeyedPattern BARE_OFFICE = KeyedPattern.compile("^[—―─－-]*.{0,24}" + OFFICE + "[：:]?$");
    private static final Pattern DATED =
            Pattern.compile("[（(](?:19|20)\\d{2,4}年?1?\\d月[1-3]?\\d日[，、]?(?:.{0,14}" + OFFICE + ")?" + NAME + "[）)]");
    private static final Pattern TOLD =
            Pattern.compile(OFFICE + NAME.replace("{2,4})", "{2,3}?)") + "(?:代表|向大会|在会上|在大会上|作了?(?:政府)?工作报告|作政府)");
    private static final Pattern BARE = Pattern.compile("^[—―─－（(-]*" + NAME + "[）)]?$");
    private static final KeyedPattern NO_NAME =
            KeyedPattern.compile("主席团|办公|政府|人民|代表|会议|报告|工作|各位|同志|目录|全文|摘要|回顾|首页|公开|关于|委员|前言|单位|日$");
    private static final int TOLD_WITHIN = 3000;

    private static final Pattern DOTS = Pattern.compile("[•・‧.．]");

    private Speakers() {}

    static @Nullable String of(Head head, @Nullable String title) {
        String printed = printed(head.lines());
        if (printed != null) {
            return printed;
        }
        String titled = title == null ? null : titled(title);
        if (titled == null) {
            titled = titled(head.words());
        }
        return titled != null ? titled : told(head.text());
    }

    /** The line of the speaker. */
    static @Nullable String printed(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String name = name(OFFICE_LINE, line);
            name = name != null ? name : name(REPORTER, line);
            boolean next = name == null && i + 1 < lines.size() && BARE_OFFICE.matches(line);
            name = next ? name(BARE, lines.get(i + 1)) : name;
            if (name != null) {
                return name;
            }
        }
        // A name alone is one only behind the title or the session.
        for (int i = lines.size() - 1; i > 0; i--) {
            String name = name(BARE, lines.get(i));
            if (name != null && (name.contains("·") || Surnames.begin(name))) {
                return name;
            }
        }
        return null;
    }

    /** The name beside a date in brackets. */
    static @Nullable String titled(String words) {
        return name(DATED, words);
    }

    private static @Nullable String told(String text) {
        return name(TOLD, text.substring(0, Math.min(TOLD_WITHIN, text.length())));
    }

    private static @Nullable String name(Pattern shape, String words) {
        Matcher m = shape.matcher(words);
        if (!m.find() || NO_NAME.isIn(m.group(1))) {
            return null;
        }
        return DOTS.matcher(m.group(1)).replaceAll("·");
    }
}
