package dev.zhibiao.extract.grammar.number;

import dev.zhibiao.extract.grammar.number.Numeral.Style;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads a number that begins at a given place of a folded text, so that 二十万亿 and 20万亿 cannot part ways. */
public final class NumberReader {

    private static final String DIGITS = "零〇一二三四五六七八九";
    private static final String MORE = "余多几";
    /** 千 and 百 before these begin a unit (千瓦, 百帕) rather than belong to the number. */
    private static final String AFTER_KILO = "瓦克米卡伏帕赫安焦升字";
    /** 千万亿 is the longest in use; a run of hundreds of 亿 is no number and would cost one of thousands of digits. */
    private static final int MOST_MAGNITUDES = 4;

    /** 2万亿3000亿500万 has three parts; a list of 亿 without anything between them is no one number. */
    private static final int PARTS = 3;

    private NumberReader() {}

    /** The longest number that begins there, or null. */
    public static @Nullable Numeral read(String text, int at) {
        char c = text.charAt(at);
        if (isDigit(c)) {
            return digits(text, at, PARTS);
        }
        return isHanzi(c) ? new HanziNumber(text, at).read() : null;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether the character can belong to a number in Chinese numerals. */
    public static boolean isHanzi(char c) {
        return switch (c) {
            case '零', '〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '两', '十', '百', '千', '万', '亿' -> true;
            default -> false;
        };
    }

    static int digitOf(char c) {
        return c == '两' ? 2 : c == '〇' ? 0 : DIGITS.indexOf(c) > 1 ? DIGITS.indexOf(c) - 1 : DIGITS.indexOf(c);
    }

    private static Numeral digits(String text, int at, int parts) {
        int end = at;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
            end++;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
        }
        Numeral plain = new Numeral(at, end, new BigDecimal(text.substring(at, end)), false, Style.DIGITS);
        return withMagnitude(text, plain, parts);
    }

    private static Numeral withMagnitude(String text, Numeral plain, int parts) {
        Numeral numeral = more(text, plain);
        int end = magnitudeEnd(text, numeral.end());
        if (end == numeral.end()) {
            return numeral;
        }
        BigDecimal value = whole(plain.value().multiply(magnitude(text, numeral.end(), end)));
        Numeral big = more(text, new Numeral(plain.start(), end, value, numeral.more(), Style.DIGITS));
        boolean goesOn = parts > 1 && text.charAt(end - 1) == '亿' && end < text.length() && isDigit(text.charAt(end));
        if (goesOn) {
            Numeral rest = digits(text, end, parts - 1);
            if (rest.value().compareTo(magnitude(text, numeral.end(), end)) < 0) {
                return new Numeral(plain.start(), rest.end(), value.add(rest.value()), rest.more(), Style.DIGITS);
            }
        }
        return big;
    }

    private static Numeral more(String text, Numeral numeral) {
        boolean says = numeral.end() < text.length() && MORE.indexOf(text.charAt(numeral.end())) >= 0;
        return says ? numeral.grown(numeral.end() + 1, true) : numeral;
    }

    /** Where the magnitude words that begin there end. */
    static int magnitudeEnd(String text, int at) {
        int end = at;
        while (end < text.length()
                && end - at < MOST_MAGNITUDES
                && "百千万亿".indexOf(text.charAt(end)) >= 0
                && !beginsUnit(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean beginsUnit(String text, int at) {
        boolean kilo = text.charAt(at) == '千' || text.charAt(at) == '百';
        return kilo && at + 1 < text.length() && AFTER_KILO.indexOf(text.charAt(at + 1)) >= 0;
    }

    static BigDecimal magnitude(String text, int start, int end) {
        BigDecimal product = BigDecimal.ONE;
        for (int i = start; i < end; i++) {
            product = product.multiply(power(text.charAt(i)));
        }
        return product;
    }

    /** Without the zeros behind the point that a magnitude word leaves: 35.3万 is 353000. */
    private static BigDecimal whole(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    static BigDecimal power(char c) {
        int zeros = switch (c) {
            case '十' -> 1;
            case '百' -> 2;
            case '千' -> 3;
            case '万' -> 4;
            case '亿' -> 8;
            default -> 0;
        };
        return BigDecimal.TEN.pow(zeros);
    }
}
