package dev.zhibiao.extract.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the day on which a report was read out. */
final class Readings {

    private static final String DAY = "((?:19|20)\\d\\d)年(1?\\d)月([1-3]?\\d)日";
    private static final Pattern SESSION =
            Pattern.compile(DAY + "(?!，?(?:征求意见|送审|讨论|草案))(?=[^。（）()]{0,50}(?:代表大会|会议|人大))");
    private static final Pattern BRACKETS =
            Pattern.compile("[（(]" + DAY + "(?!，?(?:征求意见|送审|讨论|草案))[^（）()\\n]{0,30}[）)]");
    private static final Pattern LINE = Pattern.compile("(?m)^[—―─－-]*" + DAY + "[）)]?$");

    private Readings() {}

    /** The day that the session line, a bracket or a line of its own gives. */
    static @Nullable LocalDate day(Head head) {
        LocalDate session = session(head.words());
        return session != null ? session : bracketed(head.words());
    }

    static @Nullable LocalDate session(String words) {
        return first(SESSION, words);
    }

    static @Nullable LocalDate bracketed(String words) {
        LocalDate day = first(BRACKETS, words);
        return day != null ? day : first(LINE, words);
    }

    private static @Nullable LocalDate first(Pattern pattern, String words) {
        for (Matcher m = pattern.matcher(words); m.find(); ) {
            try {
                return LocalDate.of(
                        Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
            } catch (DateTimeException e) {
                // A printed 31 November is no day; the next one may be.
            }
        }
        return null;
    }
}
