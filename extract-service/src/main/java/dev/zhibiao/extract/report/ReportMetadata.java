package dev.zhibiao.extract.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says about itself.
 *
 * @param title the title as printed, spaces between its characters removed
 * @param refArea full path of the reference area, such as {@code 浙江省/宁波市/海曙区}; {@code 中国} for the nation
 * @param areaCode the six digits of GB/T 2260, {@code 100000} for the nation
 * @param level {@code national}, {@code province}, {@code city}, {@code county} or {@code township}
 * @param kind {@code full}, {@code summary} or {@code news}
 * @param reviewPeriod the last year looked back on, {@code YYYY}
 * @param targetPeriod the year of reading, {@code YYYY}
 * @param deliveredOn the day it was read out
 * @param speaker who read it out
 * @param conflicts what the text says about itself that cannot be true together
 */
public record ReportMetadata(
        @Nullable String title,
        @Nullable String refArea,
        @Nullable String areaCode,
        @Nullable String level,
        String kind,
        @Nullable String reviewPeriod,
        @Nullable String targetPeriod,
        @Nullable LocalDate deliveredOn,
        @Nullable String speaker,
        List<Conflict> conflicts) {

    public ReportMetadata {
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Readings that cannot be true together.
     *
     * @param kind {@code area}, {@code year}, {@code date} or {@code speaker}
     * @param between the readings, each with where it stands: {@code title: 重庆市江北区}
     * @param decided the reading used, where one was
     */
    public record Conflict(
            String kind, List<String> between, @Nullable String decided) {

        public Conflict {
            between = List.copyOf(between);
        }
    }
}
