package dev.zhibiao.extract.grammar.quantity;

import dev.zhibiao.extract.grammar.number.Numeral;

/**
 * A number with its unit and hedges, at its place in a folded sentence.
 *
 * @param start first character of the mention
 * @param end one past its last
 * @param outerStart first character with the hedge before it: 突破, 约
 * @param outerEnd one past the hedge behind it: 以上, 左右
 * @param amount the value
 * @param unit without its magnitude word, as written
 * @param kind what sort of value it is
 * @param style how the number is written
 */
public record Quantity(
        int start,
        int end,
        int outerStart,
        int outerEnd,
        Amount amount,
        String unit,
        QuantityKind kind,
        Numeral.Style style) {

    /** The same number with the unit that a list writes out at its end only. */
    public Quantity in(String otherUnit, QuantityKind otherKind) {
        return new Quantity(start, end, outerStart, outerEnd, amount, otherUnit, otherKind, style);
    }

    /** The same place with another value. */
    public Quantity with(Amount other) {
        return new Quantity(start, end, outerStart, outerEnd, other, unit, kind, style);
    }
}
