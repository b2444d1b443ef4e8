package dev.zhibiao.store.export;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An observation for SDMX tools: SDMX-CSV 2.0 over the data structure {@code ZHIBIAO:OBSERVATIONS(1.0)}, which
 * {@code /structure} describes.
 */
public final class SdmxRow {

    /** Agency, id and version of the structure. */
    static final String STRUCTURE_ID = "ZHIBIAO:OBSERVATIONS(1.0)";

    private final Map<SdmxComponent, String> values;

    private SdmxRow(Map<SdmxComponent, String> values) {
        this.values = values;
    }

    /** A table of such rows. */
    public static Table<SdmxRow> table(String name, Consumer<Consumer<SdmxRow>> rows) {
        List<Column<SdmxRow>> columns = new ArrayList<>();
        columns.add(new Column<>("STRUCTURE", row -> "datastructure"));
        columns.add(new Column<>("STRUCTURE_ID", row -> STRUCTURE_ID));
        // Information: what is the case, without a word on what the reader has already.
        columns.add(new Column<>("ACTION", row -> "I"));
        for (SdmxComponent component : SdmxComponent.values()) {
            columns.add(new Column<>(component.name(), row -> row.values.get(component)));
        }
        return new Table<>(name, columns, rows);
    }

    /** Makes a row of an observation's fields. */
    public static final class Builder {

        private final Map<SdmxComponent, String> values = new EnumMap<>(SdmxComponent.class);

        /** @param field value of a field by the event's name for it, {@code null} where it is absent */
        public Builder(Function<String, @Nullable String> field) {
            String period = field.apply("timePeriod") == null ? "_U" : String.valueOf(field.apply("timePeriod"));
            put(SdmxComponent.FREQ, SdmxPeriods.frequency(period));
            put(SdmxComponent.TIME_PERIOD, SdmxPeriods.period(period));
            put(SdmxComponent.REF_AREA, or(field.apply("areaCode"), "_U"));
            put(SdmxComponent.INDICATOR, or(field.apply("indicatorCode"), "_O"));
            put(SdmxComponent.INDICATOR_TEXT, field.apply("indicator"));
            put(SdmxComponent.OBS_NATURE, field.apply("status"));
            put(SdmxComponent.TRANSFORMATION, field.apply("measure"));
            put(SdmxComponent.OBSERVATION_ID, field.apply("observationId"));
            put(SdmxComponent.OBS_VALUE, field.apply("value"));
            put(SdmxComponent.UNIT_MEASURE, field.apply("unit"));
            put(SdmxComponent.UNIT_MULT, "0");
            put(SdmxComponent.OBS_COMPARATOR, field.apply("comparator"));
            put(SdmxComponent.OBS_VALUE_MAX, field.apply("valueMax"));
            String base = field.apply("basePeriod");
            put(SdmxComponent.BASE_PERIOD, base == null ? null : SdmxPeriods.period(base));
            put(SdmxComponent.RANK_SCOPE, field.apply("rankScope"));
            put(SdmxComponent.REF_AREA_TEXT, field.apply("refArea"));
            put(SdmxComponent.AREA_TEXT, field.apply("area"));
            put(SdmxComponent.REPORT_ID, field.apply("reportId"));
            put(SdmxComponent.EVIDENCE, field.apply("text"));
            put(SdmxComponent.EVIDENCE_START, field.apply("start"));
            put(SdmxComponent.EVIDENCE_END, field.apply("end"));
            put(SdmxComponent.SENTENCE, field.apply("sentence"));
            put(SdmxComponent.EXTRACTOR_VERSION, field.apply("extractorVersion"));
        }

        private static String or(@Nullable String value, String otherwise) {
            return value == null || value.isEmpty() ? otherwise : value;
        }

        private void put(SdmxComponent component, @Nullable String value) {
            if (value != null) {
                values.put(component, value);
            }
        }

        /** Addresses of the report. */
        public Builder source(@Nullable String addresses) {
            put(SdmxComponent.SOURCE, addresses);
            return this;
        }

        /** What was corrected. */
        public Builder correction(@Nullable String correction) {
            put(SdmxComponent.CORRECTION, correction);
            return this;
        }

        /** The row. */
        public SdmxRow build() {
            return new SdmxRow(values);
        }
    }
}
