package dev.zhibiao.store.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How often a phrase names an indicator.
 *
 * @param indicator the phrase as written
 * @param indicatorCode the catalogue's code for it, where that is sure
 * @param catalogueName the code's Chinese name
 * @param englishName its English name
 * @param topic the field it belongs to
 * @param direction {@code UP} where more is better, {@code DOWN} where less is, else {@code NONE}
 * @param observations that have it
 * @param reports that these are in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IndicatorRow(
        String indicator,
        @Nullable String indicatorCode,
        @Nullable String catalogueName,
        @Nullable String englishName,
        @Nullable String topic,
        @Nullable String direction,
        long observations,
        long reports) {}
