package dev.zhibiao.store.observation;

import dev.zhibiao.store.export.Column;
import dev.zhibiao.store.export.SdmxRow;
import dev.zhibiao.store.export.Table;
import dev.zhibiao.store.query.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Observations as tables. */
@ApplicationScoped
public class ObservationTables {

    private static final String NAME = "observations";

    private static final List<Column<Sourced>> COLUMNS = columns();

    private final Observations observations;

    ObservationTables(Observations observations) {
        this.observations = observations;
    }

    /** All that a query names, by report and place in its text. */
    Table<Sourced> table(Parameters query) {
        return table(NAME, observations.each(query.whole()));
    }

    /** The same for SDMX tools, with what was corrected as it was corrected. */
    Table<SdmxRow> sdmx(Parameters query) {
        return sdmx(NAME, observations.each(query.whole()));
    }

    /** A report's. */
    public Table<Sourced> ofReport(String reportId) {
        return table(NAME + "-" + reportId, eachOf(reportId));
    }

    /** A report's, for SDMX tools. */
    public Table<SdmxRow> sdmxOfReport(String reportId) {
        return sdmx(NAME + "-" + reportId, eachOf(reportId));
    }

    private Consumer<Consumer<Sourced>> eachOf(String reportId) {
        return rows -> observations.sourced(reportId).forEach(rows);
    }

    static Table<Sourced> table(String name, Consumer<Consumer<Sourced>> all) {
        return new Table<>(name, COLUMNS, all);
    }

    static Table<SdmxRow> sdmx(String name, Consumer<Consumer<Sourced>> all) {
        return SdmxRow.table(name, rows -> all.accept(one -> sdmx(one).ifPresent(rows)));
    }

    private static List<Column<Sourced>> columns() {
        Table.Columns<Sourced> columns = new Table.Columns<>();
        shown(columns, "observationId", "areaCode", "refArea", "area", "indicatorCode", "indicator", "measure");
        columns.add("value", one -> decimal(one.shown().get("value")));
        columns.add("valueMax", one -> decimal(one.shown().get("valueMax")));
        shown(columns, "unit", "comparator", "timePeriod", "basePeriod", "rankScope", "status");
        columns.add("corrected", one -> corrected(one.shown()));
        shown(columns, "text", "sentence", "section", "start", "end", "reportId");
        columns.add("reportTitle", one -> one.source().title());
        columns.add("reportArea", one -> one.source().refArea());
        columns.add("reportYear", one -> one.source().year());
        columns.add("deliveredOn", one -> one.source().deliveredOn());
        columns.add("source", one -> one.source().addresses());
        columns.add(
                "mediaType",
                one -> one.source().first() == null
                        ? null
                        : one.source().first().mediaType());
        columns.add(
                "sha256",
                one -> one.source().first() == null
                        ? null
                        : one.source().first().sha256());
        shown(columns, "extractorVersion", "rule");
        return columns.list();
    }

    private static void shown(Table.Columns<Sourced> columns, String... names) {
        for (String name : names) {
            columns.add(name, one -> one.shown().get(name));
        }
    }

    private static @Nullable BigDecimal decimal(@Nullable Object value) {
        return value == null ? null : new BigDecimal(value.toString());
    }

    /** {@code value=130; unit=元}: what somebody said is right, beside what was extracted. */
    private static @Nullable String corrected(Map<String, Object> shown) {
        return shown.get("corrected") instanceof Map<?, ?> fields
                ? fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + Objects.toString(field.getValue(), ""))
                        .collect(Collectors.joining("; "))
                : null;
    }

    /** Empty where somebody said that it should not be there. */
    private static Optional<SdmxRow> sdmx(Sourced one) {
        Map<String, Object> shown = one.shown();
        Map<?, ?> corrected = shown.get("corrected") instanceof Map<?, ?> fields ? fields : Map.of();
        if (Corrections.denied(corrected)) {
            return Optional.empty();
        }
        List<String> said = new ArrayList<>();
        corrected.forEach((field, value) ->
                said.add(field + ": " + Objects.toString(shown.get(field), "") + " -> " + Objects.toString(value, "")));
        return Optional.of(new SdmxRow.Builder(name -> {
                    Object value = corrected.containsKey(name) ? corrected.get(name) : shown.get(name);
                    return value == null ? null : value.toString();
                })
                .source(one.source().addresses())
                .correction(said.isEmpty() ? null : String.join("; ", said))
                .build());
    }
}
