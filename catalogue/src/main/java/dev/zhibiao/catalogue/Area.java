package dev.zhibiao.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * An administrative division.
 *
 * @param code six digits of GB/T 2260
 * @param name full name, {@code 海曙区}
 * @param level its level
 * @param firstYear the first year it is known to have existed; null where the lists do not reach back
 * @param lastYear the last year it was seen; null where it exists in the newest list
 */
public record Area(
        String code,
        String name,
        AreaLevel level,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear) {}
