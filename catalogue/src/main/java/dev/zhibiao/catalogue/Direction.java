package dev.zhibiao.catalogue;

/** Whether more of an indicator is better. */
public enum Direction {
    UP,
    DOWN,
    /** Neither: population, consumer prices, the share of an industry. */
    NONE
}
