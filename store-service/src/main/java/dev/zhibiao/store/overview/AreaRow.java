package dev.zhibiao.store.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An area and how much there is of it.
 *
 * @param areaCode six digits
 * @param name its newest name
 * @param refArea its path
 * @param level {@code national}, {@code province}, {@code city} or {@code county}
 * @param firstYear the first year whose list has it by this name; absent where the lists do not reach back
 * @param lastYear the last such year; absent where the newest list has it
 * @param observations under this code
 * @param observationsWithin what {@code /observations?area=} finds: with all that belongs to it, by the codes before and
 *     after as well
 * @param reports that say something under this code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AreaRow(
        String areaCode,
        String name,
        String refArea,
        String level,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear,
        long observations,
        long observationsWithin,
        long reports) {}
