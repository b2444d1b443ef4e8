package dev.zhibiao.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person says is right where the extraction is not; it stands beside the extracted value and never over it.
 *
 * @param field name of the observation's field
 * @param value the right value in the event's notation; {@code null} where the field should be absent
 * @param extracted the value that had been extracted when the correction was made
 * @param reason why
 * @param who says so
 * @param at when
 */
public record Correction(
        String field, @Nullable String value, @Nullable String extracted, String reason, String who, Instant at) {}
