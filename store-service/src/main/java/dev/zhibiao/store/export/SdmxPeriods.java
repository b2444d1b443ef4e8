package dev.zhibiao.store.export;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Periods as SDMX writes them: observational time periods, a time range as ISO 8601 start and duration. */
final class SdmxPeriods {

    private static final Pattern POINT = Pattern.compile("([0-9]{4})(?:-(?:S([12])|Q([1-4])|([0-9]{2})(-[0-9]{2})?))?");
    private static final int MONTHS = 12;
    private static final int HALF = 6;
    private static final int QUARTER = 3;
    private static final int FIVE_YEARS = 5;

    private SdmxPeriods() {}

    /** First and last month, with the letter of its length. */
    private record Span(YearMonth first, YearMonth last, String frequency) {}

    /** {@code 2016-01-01/P5Y} for {@code 2016/2020}; what is no range stays as it is. */
    static String period(String stored) {
        int slash = stored.indexOf('/');
        if (slash < 0) {
            return stored;
        }
        Span from = span(stored.substring(0, slash));
        Span to = span(stored.substring(slash + 1));
        long months = ChronoUnit.MONTHS.between(from.first(), to.last()) + 1;
        String duration = months % MONTHS == 0 ? "P" + months / MONTHS + "Y" : "P" + months + "M";
        return from.first() + "-01/" + duration;
    }

    /** Code of CL_FREQ: A, S, Q, M, D; A5 for five years; _O for any other range, _U where the period is unknown. */
    static String frequency(String stored) {
        int slash = stored.indexOf('/');
        if (slash < 0) {
            return stored.equals("_U") ? "_U" : span(stored).frequency();
        }
        Span from = span(stored.substring(0, slash));
        Span to = span(stored.substring(slash + 1));
        long months = ChronoUnit.MONTHS.between(from.first(), to.last()) + 1;
        return months == (long) FIVE_YEARS * MONTHS ? "A5" : "_O";
    }

    private static Span span(String point) {
        Matcher matcher = POINT.matcher(point);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no period: " + point);
        }
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) != null) {
            return months(year, Integer.parseInt(matcher.group(2)), HALF, "S");
        }
        if (matcher.group(3) != null) {
            return months(year, Integer.parseInt(matcher.group(3)), QUARTER, "Q");
        }
        if (matcher.group(4) != null) {
            return months(year, Integer.parseInt(matcher.group(4)), 1, matcher.group(5) == null ? "M" : "D");
        }
        return months(year, 1, MONTHS, "A");
    }

    private static Span months(int year, int number, int length, String frequency) {
        YearMonth first = YearMonth.of(year, (number - 1) * length + 1);
        return new Span(first, first.plusMonths(length - 1L), frequency);
    }
}
