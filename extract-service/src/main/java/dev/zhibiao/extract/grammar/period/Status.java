package dev.zhibiao.extract.grammar.period;

/** Whether a value was reached, is expected for a time not yet over, or is aimed at. */
public enum Status {
    ACTUAL,
    ESTIMATE,
    TARGET
}
