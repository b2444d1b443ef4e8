package dev.zhibiao.store.series;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A promise and what a later report says became of it.
 *
 * @param areaCode the code that the area bears today
 * @param refArea its path
 * @param indicator the catalogue's code, or the phrase where it has none
 * @param timePeriod by when it was promised, as in observations
 * @param measure of the promise: {@code level}, {@code growth}, {@code change}, {@code multiple} or {@code rank}
 * @param promisedIn year of reading of the report that promises
 * @param reportedIn year of reading of the report that says what was reached, absent where none does
 * @param outcome {@code met}, {@code missed}, {@code redefined}: what is told is another measure, base, or kind of unit;
 *     {@code not-stated}: a later report says nothing; {@code open}: no later report of the area is stored
 * @param difference what was reached less what was promised, in their unit; absent where they do not compare
 * @param target the promise
 * @param actual what was reached
 * @param otherTargets ids of what else was promised, the latest first
 * @param otherActuals ids of what else is told of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerRow(
        String areaCode,
        String refArea,
        String indicator,
        String timePeriod,
        String measure,
        String promisedIn,
        @Nullable String reportedIn,
        String outcome,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING) @Nullable
        BigDecimal difference,

        Figure target,
        @Nullable Figure actual,
        List<String> otherTargets,
        List<String> otherActuals) {

    public LedgerRow {
        otherTargets = List.copyOf(otherTargets);
        otherActuals = List.copyOf(otherActuals);
    }
}
