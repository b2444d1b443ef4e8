package dev.zhibiao.extract.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The years a report is about.
 *
 * @param review the last year looked back on
 * @param target the year planned for, mostly that of reading
 */
record ReportYears(@Nullable Integer review, @Nullable Integer target) {

    private static final Pattern TARGET =
            Pattern.compile("((?:19|20)\\d\\d)年(?=[^。\\n]{0,14}(?:目标|工作安排|主要任务|重点工作|工作重点|总体要求|预期))");
    private static final Pattern REVIEW = Pattern.compile("((?:19|20)\\d\\d)年?(?:[^。\\n]{0,8})(?:回顾|总结|工作情况)");
    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)年");
    private static final Pattern TITLED = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?=年(?!\\d)|）|\\)|$)");
    /** From November on a report may be read for the next year. */
    private static final int LATE = 11;

    private static final int DIGITS = 4;

    static ReportYears of(Head head, @Nullable String title, @Nullable LocalDate day) {
        Integer titled = titled(title);
        Integer named = titled != null ? titled : titled(head.frontTitle());
        Integer target = day != null ? Integer.valueOf(read(head, named, day)) : told(head.text(), named);
        return new ReportYears(target == null ? null : target - 1, target);
    }

    /** The year a title names, or null. */
    static @Nullable Integer titled(@Nullable String title) {
        Matcher m = TITLED.matcher(title == null ? "" : title);
        return m.find() ? Integer.valueOf(m.group(1)) : null;
    }

    private static int read(Head head, @Nullable Integer titled, LocalDate day) {
        int year = day.getYear();
        if (day.getMonthValue() < LATE) {
            return year;
        }
        Integer back = first(REVIEW.matcher(head.text()));
        Integer planned = planned(head.text());
        boolean next = planned != null && planned == year + 1;
        boolean still = titled != null && titled == year || back != null && back == year - 1;
        return still && !next ? year : year + 1;
    }

    /** The year most often planned for; else the one after the year looked back on; else the latest spoken of. */
    private static @Nullable Integer told(String text, @Nullable Integer titled) {
        Integer planned = mostFrequent(TARGET, text);
        Integer back = first(REVIEW.matcher(text));
        if (titled != null) {
            // A title carries the year of reading or the year looked back on.
            boolean past = planned != null && planned == titled + 1 || back != null && back.equals(titled);
            return past ? titled + 1 : titled;
        }
        if (back != null && (planned == null || planned <= back)) {
            return back + 1;
        }
        if (planned != null) {
            return planned;
        }
        // An account that says 去年 for what it tells names last year where it names a year at all.
        Integer spoken = mostFrequent(YEAR, text);
        return spoken != null && text.contains("去年") ? Integer.valueOf(spoken + 1) : spoken;
    }

    private static @Nullable Integer first(Matcher years) {
        return years.find() ? Integer.valueOf(years.group(1)) : null;
    }

    /** The year that a text plans for most often, where it does so at least twice. */
    static @Nullable Integer planned(String text) {
        Map.Entry<Integer, Integer> year = most(TARGET, text);
        return year != null && year.getValue() >= 2 ? year.getKey() : null;
    }

    private static @Nullable Integer mostFrequent(Pattern shape, String text) {
        Map.Entry<Integer, Integer> year = most(shape, text);
        return year == null ? null : year.getKey();
    }

    /** The year that a text says most often in a shape that begins with it, 2019年…, and how often; the later of two. */
    private static Map.@Nullable Entry<Integer, Integer> most(Pattern shape, String text) {
        Map<Integer, Integer> counts = new HashMap<>();
        Matcher year = shape.matcher(text);
        // A text has thousands of places and a few hundred 年.
        for (int at = text.indexOf('年', DIGITS); at >= 0; at = text.indexOf('年', at + 1)) {
            if (year.region(at - DIGITS, text.length()).lookingAt()) {
                counts.merge(Integer.valueOf(year.group(1)), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElse(null);
    }
}
