package dev.zhibiao.store.series;

import dev.zhibiao.events.Observation;
import dev.zhibiao.store.observation.Fact;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Facts for tests of what they mean beside each other. */
final class FactsAsTold {

    private FactsAsTold() {}

    static Fact told(String text, String value, @Nullable String max, String unit, String comparator) {
        Observation observation = new Observation(
                "id-" + text,
                0,
                text.length(),
                text,
                "某项",
                null,
                "level",
                new BigDecimal(value),
                max == null ? null : new BigDecimal(max),
                unit,
                comparator,
                "2023",
                "actual",
                null,
                null,
                "330203",
                null,
                null,
                null,
                text,
                "NumberLast");
        return new Fact(observation, "report", "330203", "2024", "2024-01-20", true, false, "1-aaaa");
    }
}
