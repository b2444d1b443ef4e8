package dev.zhibiao.catalogue;

/** The field that an indicator belongs to; each has one. */
public enum IndicatorTopic {
    ECONOMY,
    INDUSTRY,
    AGRICULTURE,
    INVESTMENT,
    CONSUMPTION,
    TRADE,
    FINANCE,
    INCOME,
    PRICES,
    EMPLOYMENT,
    ENERGY,
    ENVIRONMENT,
    POPULATION,
    EDUCATION,
    HEALTH,
    SOCIAL_SECURITY,
    HOUSING,
    TRANSPORT,
    DIGITAL,
    SCIENCE,
    ENTERPRISE,
    TOURISM,
    SAFETY,
    GOVERNMENT
}
