package dev.zhibiao.store.observation;

import dev.zhibiao.events.Observation;

/**
 * An observation with what says how much it counts beside others.
 *
 * @param observation with what was corrected as it was corrected
 * @param reportId the report that says it
 * @param areaCode of the area that it is about; empty where that has none
 * @param year the year of reading, {@code YYYY}; empty where the report names none
 * @param deliveredOn the day of reading, ISO 8601; empty where the report names none
 * @param own whether the report is that of the area that it is about
 * @param corrected whether anything was
 * @param extractorVersion what read it
 */
public record Fact(
        Observation observation,
        String reportId,
        String areaCode,
        String year,
        String deliveredOn,
        boolean own,
        boolean corrected,
        String extractorVersion) {}
