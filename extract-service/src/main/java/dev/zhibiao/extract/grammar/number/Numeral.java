package dev.zhibiao.extract.grammar.number;

import java.math.BigDecimal;

/**
 * A number as it stands in a text.
 *
 * @param start index of its first character
 * @param end index after its last character
 * @param value its value, magnitude words (万, 亿) applied
 * @param more whether 余, 多 or 几 says that it is more
 * @param style how it is written
 */
public record Numeral(int start, int end, BigDecimal value, boolean more, Style style) {

    /** How a number is written. */
    public enum Style {
        /** 12.5, 300万 */
        DIGITS,
        /** 三十五, 八亿 */
        HANZI,
        /** a magnitude word alone: 千亿, 万 */
        MAGNITUDE
    }

    Numeral grown(int newEnd, boolean nowMore) {
        return new Numeral(start, newEnd, value, more || nowMore, style);
    }
}
