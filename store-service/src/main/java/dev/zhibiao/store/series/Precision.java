package dev.zhibiao.store.series;

import dev.zhibiao.events.Observation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How finely a value was told: every digit that is written counts, {@code 1.2万亿} to a tenth of 万亿, {@code 1200亿} to one
 * 亿. A number in words counts to its last digit that is not zero.
 */
final class Precision {

    private static final Pattern DIGITS =
            Pattern.compile("[0-9０-９]{1,3}([,，][0-9０-９]{3})+([.．][0-9０-９]+)?|[0-9０-９]+([.．][0-9０-９]+)?");

    private Precision() {}

    /** The place of the last digit that was told, in the observation's unit: positive, a power of ten where told in digits. */
    static BigDecimal of(Observation observation, boolean corrected) {
        BigDecimal value = observation.value().abs();
        if (!corrected && value.signum() != 0) {
            Matcher digits = DIGITS.matcher(observation.text());
            if (digits.find()) {
                BigDecimal told = new BigDecimal(plain(digits.group()));
                if (told.signum() != 0) {
                    return value.divide(told, MathContext.DECIMAL64).movePointLeft(told.scale());
                }
            }
        }
        return corrected ? value.ulp() : value.stripTrailingZeros().ulp();
    }

    private static String plain(String digits) {
        StringBuilder plain = new StringBuilder();
        for (char c : digits.toCharArray()) {
            if (Character.isDigit(c)) {
                plain.append((char) ('0' + Character.digit(c, 10)));
            } else if (c == '.' || c == '．') {
                plain.append('.');
            }
        }
        return plain.toString();
    }
}
