package dev.zhibiao.store.series;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of a fact.
 *
 * @param value in {@code unit}; a plain decimal string in JSON
 * @param valueMax the upper end of a range
 * @param unit the one asked for or the one that most are in, where it is another than the text's it was converted
 * @param comparator {@code =}, {@code >=}, {@code >}, {@code <=}, {@code <} or {@code ~}
 * @param status {@code actual}, {@code estimate} or {@code target}
 * @param indicator the phrase of the text
 * @param text the value as the text has it
 * @param sentence the sentence it stands in
 * @param corrected whether somebody said what is right, which is what is shown
 * @param observationId what {@code GET /observations/{id}} shows
 * @param reportId the report that says it
 * @param start first code point of {@code text} in the report's text
 * @param end the code point after the last
 * @param extractorVersion what read it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING)
        BigDecimal value,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING) @Nullable
        BigDecimal valueMax,

        String unit,
        String comparator,
        String status,
        String indicator,
        String text,
        String sentence,
        boolean corrected,
        String observationId,
        String reportId,
        int start,
        int end,
        String extractorVersion) {}
