package dev.zhibiao.catalogue;

/** The levels of administrative divisions (GB/T 2260). */
public enum AreaLevel {
    NATIONAL,
    PROVINCE,
    CITY,
    COUNTY
}
