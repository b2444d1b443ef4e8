package dev.zhibiao.store.observation;

import dev.zhibiao.events.Observation;
import dev.zhibiao.events.ObservationChange;
import dev.zhibiao.events.ReportExtracted;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** An observation as a document: its fields by the names of the event, values as {@code Decimal128}. */
final class ObservationDocument {

    static final String ID = "observationId";
    static final String REPORT = "reportId";
    static final String VERSION = "extractorVersion";
    /** Rank of the extraction that it belongs to, see {@link Edition}. */
    static final String EDITION = "edition";
    /** Set on the last content of an observation that is gone, once nobody can be reading its edition. */
    static final String WITHDRAWN = "withdrawn";

    private static final Set<String> BOOKKEEPING = Set.of("_id", ID, REPORT, VERSION, EDITION, WITHDRAWN);

    private static final Set<String> DECIMALS = Set.of("value", "valueMax");

    private ObservationDocument() {}

    /** Key of an observation's document in a slot: ids sort as the observations do. */
    static String key(String observationId, String slot) {
        return observationId + "." + slot;
    }

    /** The whole document. */
    static Document of(Observation observation, ReportExtracted extracted, long edition, String slot) {
        Document document = new Document("_id", key(observation.observationId(), slot))
                .append(ID, observation.observationId())
                .append(REPORT, extracted.reportId())
                .append(VERSION, extracted.extractorVersion())
                .append(EDITION, edition);
        content(document, observation);
        return document;
    }

    /** Absent fields are left out. */
    private static void content(Document document, Observation o) {
        put(document, "start", o.start());
        put(document, "end", o.end());
        put(document, "text", o.text());
        put(document, "indicator", o.indicator());
        put(document, "indicatorCode", o.indicatorCode());
        put(document, "measure", o.measure());
        put(document, "value", decimal(o.value()));
        put(document, "valueMax", o.valueMax() == null ? null : decimal(o.valueMax()));
        put(document, "unit", o.unit());
        put(document, "comparator", o.comparator());
        put(document, "timePeriod", o.timePeriod());
        put(document, "status", o.status());
        put(document, "area", o.area());
        put(document, "refArea", o.refArea());
        put(document, "areaCode", o.areaCode());
        put(document, "basePeriod", o.basePeriod());
        put(document, "rankScope", o.rankScope());
        put(document, "section", o.section());
        put(document, "sentence", o.sentence());
        put(document, "rule", o.rule());
    }

    /** The content of a stored document. */
    static Document contentOf(Document stored) {
        Document content = new Document(stored);
        BOOKKEEPING.forEach(content::remove);
        return content;
    }

    /** A stored document as the event has it. */
    static Observation observation(Document stored) {
        Decimal128 valueMax = stored.get("valueMax", Decimal128.class);
        return new Observation(
                stored.getString(ID),
                stored.getInteger("start"),
                stored.getInteger("end"),
                stored.getString("text"),
                stored.getString("indicator"),
                stored.getString("indicatorCode"),
                stored.getString("measure"),
                stored.get("value", Decimal128.class).bigDecimalValue(),
                valueMax == null ? null : valueMax.bigDecimalValue(),
                stored.getString("unit"),
                stored.getString("comparator"),
                stored.getString("timePeriod"),
                stored.getString("status"),
                stored.getString("area"),
                stored.getString("refArea"),
                stored.getString("areaCode"),
                stored.getString("basePeriod"),
                stored.getString("rankScope"),
                stored.getString("section"),
                stored.getString("sentence"),
                stored.getString("rule"));
    }

    /** As the query API shows it: decimals as plain strings. */
    static Map<String, Object> shown(Document stored) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(ID, stored.getString(ID));
        shown.put(REPORT, stored.getString(REPORT));
        contentOf(stored).forEach((name, value) -> shown.put(name, plain(value)));
        shown.put(VERSION, stored.getString(VERSION));
        return shown;
    }

    /** Gives a field what somebody said is right; {@code null} where it should be absent. */
    static void correct(Document stored, String field, @Nullable String value) {
        if (value == null) {
            stored.remove(field);
        } else {
            stored.put(field, DECIMALS.contains(field) ? decimal(new BigDecimal(value)) : value);
        }
    }

    /** A field in the event's notation; {@code null} where it is absent. */
    static @Nullable String text(Document stored, String field) {
        Object value = stored.get(field);
        return value == null ? null : String.valueOf(plain(value));
    }

    /** What is another; empty where nothing is. */
    static Map<String, ObservationChange.Values> difference(Document before, Document after) {
        Map<String, ObservationChange.Values> fields = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>(contentOf(after).keySet());
        names.addAll(contentOf(before).keySet());
        for (String name : names) {
            // Equal as written: 1.0 and 1 are not the same figure.
            if (!Objects.equals(before.get(name), after.get(name))) {
                fields.put(name, new ObservationChange.Values(text(before, name), text(after, name)));
            }
        }
        return fields;
    }

    private static Object plain(Object value) {
        return value instanceof Decimal128 decimal ? decimal.bigDecimalValue().toPlainString() : value;
    }

    private static Decimal128 decimal(BigDecimal value) {
        return new Decimal128(value);
    }

    private static void put(Document document, String name, @Nullable Object value) {
        if (value != null) {
            document.put(name, value);
        }
    }
}
