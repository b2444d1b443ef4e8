package dev.zhibiao.events;

import org.jspecify.annotations.Nullable;

/**
 * What the upstream says about a report; where it contradicts the text, that is a conflict of the report.
 *
 * @param area name or GB/T 2260 code of the reference area
 * @param year the year of reading, {@code YYYY}
 */
public record Hints(@Nullable String area, @Nullable String year) {}
