package dev.zhibiao.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One value of one indicator for one reference area and one time period (SDMX), with its place in the text.
 *
 * @param observationId hash of report id, start, end, measure and ordinal
 * @param start first Unicode code point of the value mention
 * @param end one past its last code point
 * @param text exactly the text between these offsets
 * @param indicator the phrase of the text that names what is measured
 * @param indicatorCode the catalogue's code for it
 * @param measure {@code level}, {@code growth}, {@code change}, {@code multiple} or {@code rank}
 * @param value the number, magnitude applied; on the wire a plain decimal string
 * @param valueMax the upper end of a range
 * @param unit without its magnitude word, as written; {@code 位} for a rank
 * @param comparator {@code =}, {@code >=}, {@code >}, {@code <=}, {@code <} or {@code ~}
 * @param timePeriod SDMX / ISO 8601 style: {@code 2019}, {@code 2016/2020}, {@code 2020-Q1};
 *     {@code _U} where neither sentence nor report names a year
 * @param status {@code actual}, {@code estimate} or {@code target}
 * @param area set only where the value is about another area than the report's
 * @param refArea full path of the area the value is about
 * @param areaCode its GB/T 2260 code
 * @param basePeriod base of a growth, change or multiple where it is not simply the year before
 * @param rankScope the set ranked in
 * @param section heading of the section it stands in
 * @param sentence the sentence it stands in
 * @param rule the rule that read it
 */
public record Observation(
        String observationId,
        int start,
        int end,
        String text,
        String indicator,
        @Nullable String indicatorCode,
        String measure,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal value,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal valueMax,

        String unit,
        String comparator,
        String timePeriod,
        String status,
        @Nullable String area,
        @Nullable String refArea,
        @Nullable String areaCode,
        @Nullable String basePeriod,
        @Nullable String rankScope,
        @Nullable String section,
        String sentence,
        String rule) {}
