package dev.zhibiao.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is another in an observation now.
 *
 * @param observationId its id
 * @param fields the fields that differ, by name
 */
public record ObservationChange(String observationId, Map<String, Values> fields) {

    public ObservationChange {
        fields = Map.copyOf(fields);
    }

    /**
     * A field's values in the event's notation, {@code null} where it is absent.
     *
     * @param before the old one
     * @param after the new one
     */
    public record Values(@Nullable String before, @Nullable String after) {}
}
