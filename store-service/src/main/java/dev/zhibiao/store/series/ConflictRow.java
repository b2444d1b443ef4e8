package dev.zhibiao.store.series;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One fact told in two ways that cannot both be true.
 *
 * @param areaCode the code that the area bears today
 * @param refArea its path
 * @param indicator the catalogue's code, or the phrase where it has none
 * @param timePeriod as in observations
 * @param basePeriod base of a growth, change or multiple where it is not simply the year before
 * @param rankScope the set ranked in
 * @param measure {@code level}, {@code growth}, {@code change}, {@code multiple} or {@code rank}
 * @param figure the one that series show: the latest report's
 * @param other the one that contradicts it, in the same unit
 * @param difference {@code other} less {@code figure}, in their unit; between the nearest ends of ranges and bounds
 * @param relativePercent the difference in per cent of {@code figure}, two decimals; absent where that is 0
 * @param sameReport whether one report says both
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConflictRow(
        String areaCode,
        String refArea,
        String indicator,
        String timePeriod,
        @Nullable String basePeriod,
        @Nullable String rankScope,
        String measure,
        Figure figure,
        Figure other,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING)
        BigDecimal difference,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING) @Nullable
        BigDecimal relativePercent,

        boolean sameReport) {}
