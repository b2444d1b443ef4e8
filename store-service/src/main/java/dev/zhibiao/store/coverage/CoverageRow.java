package dev.zhibiao.store.coverage;

import java.util.List;

/**
 * An area and year of reading.
 *
 * @param areaCode six digits
 * @param refArea its path in that year
 * @param level {@code national}, {@code province}, {@code city} or {@code county}
 * @param year of reading
 * @param state {@code stored} where a report is; {@code failed} where only such as failed, by the hints they came with;
 *     else {@code missing}
 * @param reportIds of the stored ones, or of those that failed
 */
public record CoverageRow(
        String areaCode, String refArea, String level, int year, String state, List<String> reportIds) {

    public CoverageRow {
        reportIds = List.copyOf(reportIds);
    }
}
