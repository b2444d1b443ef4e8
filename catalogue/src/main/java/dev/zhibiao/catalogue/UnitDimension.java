package dev.zhibiao.catalogue;

/** What a unit measures: {@code 亩} and {@code 平方公里} are both {@link #AREA}. */
public enum UnitDimension {
    MONEY,
    MONEY_PER_PERSON,
    MONEY_PER_PERIOD,
    PERCENT,
    /** 个百分点, the difference of two percentages. */
    POINTS,
    /** No unit: an index, a ratio. */
    INDEX,
    PEOPLE,
    /** 人次: one person counts as often as he comes. */
    VISITS,
    HOUSEHOLDS,
    DWELLINGS,
    COUNT,
    LIVESTOCK,
    MASS,
    AREA,
    LENGTH,
    VOLUME,
    ELECTRIC_ENERGY,
    POWER,
    COAL_EQUIVALENT,
    CONCENTRATION,
    CONTAINERS,
    TONNE_KM,
    PASSENGER_KM,
    DAYS,
    YEARS
}
