package dev.zhibiao.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The current state of an observation, the value of topic {@code observations}.
 *
 * @param reportId the report it stands in
 * @param extractorVersion of the extraction that gave it
 * @param observation its content as extracted
 * @param corrections what people say of it, oldest first; absent where nobody does
 */
public record ObservationState(
        String reportId,
        String extractorVersion,
        Observation observation,
        @Nullable List<Correction> corrections) {

    public ObservationState {
        corrections = corrections == null ? null : List.copyOf(corrections);
    }
}
