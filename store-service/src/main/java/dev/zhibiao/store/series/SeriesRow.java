package dev.zhibiao.store.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an area and period: what was reached beside what was aimed at.
 *
 * @param areaCode the code that the area was asked for by, or bears today
 * @param refArea its path
 * @param timePeriod as in observations
 * @param basePeriod base of a growth, change or multiple where it is not simply the year before
 * @param rankScope the set ranked in
 * @param measure {@code level}, {@code growth}, {@code change}, {@code multiple} or {@code rank}
 * @param unit of both
 * @param actual the latest report's, an actual before an estimate
 * @param otherActuals ids of what else is told of it, the latest first
 * @param target the latest report's
 * @param otherTargets ids of what else was aimed at, the latest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeriesRow(
        String areaCode,
        String refArea,
        String timePeriod,
        @Nullable String basePeriod,
        @Nullable String rankScope,
        String measure,
        String unit,
        @Nullable Figure actual,
        List<String> otherActuals,
        @Nullable Figure target,
        List<String> otherTargets) {

    public SeriesRow {
        otherActuals = List.copyOf(otherActuals);
        otherTargets = List.copyOf(otherTargets);
    }
}
