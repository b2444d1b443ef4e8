package dev.zhibiao.extract.grammar.unit;

/** What a number becomes with a unit behind it. */
public enum UnitKind {
    /** 元, 美元 */
    MONEY,
    /** 家, 个, 人次: things and people counted */
    COUNT,
    /** 公里, 吨, 微克/立方米 */
    MEASURE,
    /** %, ‰ */
    PERCENT,
    /** 个百分点 */
    POINTS,
    /** 倍 */
    TIMES,
    /** 年, 月, 天, 岁: mostly dates and durations */
    TIME,
    /** 级, 届, 号线, 方面: what stands before is a name or announces a list */
    ORDER
}
