package dev.zhibiao.store.query;

import java.time.Period;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Periods as they are stored, and as SDMX writes them (ISO 8601 with a duration). */
public final class Periods {

    private static final String POINT = "[0-9]{4}(-(S[12]|Q[1-4]|(0[1-9]|1[0-2])(-[0-3][0-9])?))?";
    private static final String DURATION = "[0-9]{4}-(0[1-9]|1[0-2])-01/P[1-9][0-9]?[YM]";

    /** What a period looks like as it is stored; {@code _U} for an unknown one. */
    public static final String STORED = "_U|" + POINT + "(/" + POINT + ")?";

    /** What a period looks like in a query. */
    static final String PATTERN = STORED + "|" + DURATION;

    private static final Pattern WITH_DURATION = Pattern.compile("([0-9]{4}-[0-9]{2})-01/(P[0-9]+[YM])");
    private static final int HALF = 6;
    private static final int QUARTER = 3;
    private static final int YEAR = 12;

    private Periods() {}

    /** As it is stored: {@code 2016/2020} for {@code 2016-01-01/P5Y}; every other as it is. */
    public static String stored(String period) {
        Matcher matcher = WITH_DURATION.matcher(period);
        if (!matcher.matches()) {
            return period;
        }
        YearMonth first = YearMonth.parse(matcher.group(1));
        int months = (int) Period.parse(matcher.group(2)).toTotalMonths();
        YearMonth last = first.plusMonths(months - 1L);
        int month = first.getMonthValue();
        if (month == 1 && months % YEAR == 0) {
            return months == YEAR ? "" + first.getYear() : first.getYear() + "/" + last.getYear();
        }
        if (months == HALF && month % HALF == 1) {
            return first.getYear() + "-S" + (month / HALF + 1);
        }
        if (months == QUARTER && month % QUARTER == 1) {
            return first.getYear() + "-Q" + (month / QUARTER + 1);
        }
        return months == 1 ? first.toString() : first + "/" + last;
    }
}
