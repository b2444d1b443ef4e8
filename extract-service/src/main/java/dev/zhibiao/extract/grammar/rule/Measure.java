package dev.zhibiao.extract.grammar.rule;

/** What a value says of its indicator. */
public enum Measure {
    LEVEL,
    GROWTH,
    CHANGE,
    MULTIPLE,
    RANK
}
