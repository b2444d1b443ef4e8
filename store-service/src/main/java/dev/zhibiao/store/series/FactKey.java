package dev.zhibiao.store.series;

import dev.zhibiao.events.Observation;
import dev.zhibiao.store.observation.Fact;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What two reports must agree in to speak of the same.
 *
 * @param area the code that stands for all codes of the area
 * @param indicator the catalogue's code, or the phrase
 * @param timePeriod as in observations
 * @param basePeriod of a growth, change or multiple; empty for the year before
 * @param rankScope the set ranked in; empty where it is no rank
 * @param measure what the value is
 * @param unit what its units can be converted to
 */
record FactKey(
        String area,
        String indicator,
        String timePeriod,
        String basePeriod,
        String rankScope,
        String measure,
        String unit) {

    static final Comparator<FactKey> BY_AREA_AND_PERIOD = Comparator.comparing(FactKey::area)
            .thenComparing(FactKey::indicator)
            .thenComparing(FactKey::timePeriod)
            .thenComparing(FactKey::measure)
            .thenComparing(FactKey::basePeriod)
            .thenComparing(FactKey::rankScope)
            .thenComparing(FactKey::unit);

    /** The key of a fact; the indicator may be one that was asked for by several codes and names. */
    static FactKey of(Fact fact, String area, String indicator) {
        Observation o = fact.observation();
        return new FactKey(
                area, indicator, o.timePeriod(), or(o.basePeriod()), or(o.rankScope()), o.measure(), Units.kind(fact));
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }

    static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
