package dev.zhibiao.extract.grammar.unit;

/**
 * A unit as it stands in a text.
 *
 * @param text the unit without its magnitude word, as written
 * @param kind what it makes of a number
 * @param end index after it
 */
public record Unit(String text, UnitKind kind, int end) {}
