package dev.zhibiao.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * An administrative division.
 *
 * @param code six digits of GB/T 2260
 * @param name full name, {@code 海曙区}
 * @param level its level
 * @param firstYear the first year whose list has it; null where the lists do not reach back
 * @param lastYear the last year whose list has it; null where the newest list has it
 */
public record Area(
        String code,
        String name,
        AreaLevel level,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear) {

    /** Whether the lists have it in a year. */
    public boolean isListedIn(int year) {
        return (firstYear == null || year >= firstYear) && (lastYear == null || year <= lastYear);
    }

    /**
     * Whether it may have existed in a year. A list shows the end of its year: what it no longer has may have lasted
     * into that year, and what it has may be older than the first list that is known.
     */
    public boolean mayExistIn(int year) {
        return (firstYear == null || year >= firstYear) && (lastYear == null || year <= lastYear + 1);
    }
}
