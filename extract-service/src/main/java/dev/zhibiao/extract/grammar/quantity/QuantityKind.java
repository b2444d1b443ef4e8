package dev.zhibiao.extract.grammar.quantity;

/** What sort of value a quantity is. */
public enum QuantityKind {
    MONEY,
    COUNT,
    MEASURE,
    /** %, ‰, 成, 分之 */
    PERCENT,
    POINTS,
    TIMES,
    TIME,
    ORDER,
    /** 第二, 首位, 前三, 54位 */
    RANK,
    /** 翻番, 倍增 */
    DOUBLING,
    /** one of the parts of 1.3：30.7：68.0 */
    RATIO,
    /** a number without a unit */
    BARE;

    /** Whether such values say how much there is of something, rather than how it compares. */
    public boolean isAmount() {
        return this == COUNT || this == MEASURE || this == MONEY;
    }
}
