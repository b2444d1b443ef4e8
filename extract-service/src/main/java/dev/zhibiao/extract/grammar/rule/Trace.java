package dev.zhibiao.extract.grammar.rule;

/** Hears of the steps of a reading. Hears nothing by default: an extraction pays for no explanation. */
interface Trace {

    /** Nobody asked. */
    Trace NONE = new Trace() {};

    /** A rule that refuses is about to drop the quantity of the given index. */
    default void refused(Reading reading, int index) {}

    /** The rule says that the quantity of the given index has another shape. */
    default void passed(int index, Rule rule) {}

    /** The rule took the quantity of the given index, with statements or without. */
    default void took(int index, Rule rule) {}
}
