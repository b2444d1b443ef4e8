package dev.zhibiao.events;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says about itself.
 *
 * @param title as printed, spaces between its characters removed
 * @param refArea full path of the reference area, {@code 浙江省/宁波市/海曙区}
 * @param areaCode GB/T 2260, six digits; {@code 100000} for the nation
 * @param level {@code national}, {@code province}, {@code city}, {@code county} or {@code township}
 * @param kind {@code full}, {@code summary} or {@code news}
 * @param reviewPeriod the last year looked back on
 * @param targetPeriod the year of reading
 * @param deliveredOn the day it was read out
 * @param speaker who read it out
 * @param conflicts what cannot be true together
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
     * @param between the readings, each with where it stands
     * @param decided the one used, if any
     */
    public record Conflict(
            String kind, List<String> between, @Nullable String decided) {

        public Conflict {
            between = List.copyOf(between);
        }
    }
}
