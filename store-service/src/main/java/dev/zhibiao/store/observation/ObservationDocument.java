package dev.zhibiao.store.observation;

import dev.zhibiao.events.Observation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** An observation as a document: its fields by the names of the event, values as {@code Decimal128}. */
final class ObservationDocument {

    static final String REPORT = "reportId";
    static final String VERSION = "extractorVersion";
    /** Rank of the extraction that wrote it last; an older one may not write over it. */
    static final String RANK = "rank";
    /** Rank of the extraction that made its content what it is. */
    static final String SINCE = "since";
    /** Rank of the extraction that first had it. */
    static final String FIRST = "first";

    static final String WITHDRAWN = "withdrawn";

    private static final Set<String> BOOKKEEPING = Set.of("_id", REPORT, VERSION, RANK, SINCE, FIRST, WITHDRAWN);

    private ObservationDocument() {}

    /** The content alone; absent fields are left out. */
    static Document content(Observation o) {
        Document document = new Document();
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
        return document;
    }

    /** The content of a stored document. */
    static Document contentOf(Document stored) {
        Document content = new Document(stored);
        BOOKKEEPING.forEach(content::remove);
        return content;
    }

    /** As the query API shows it: decimals as plain strings. */
    static Map<String, Object> shown(Document stored) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("observationId", stored.getString("_id"));
        shown.put(REPORT, stored.getString(REPORT));
        contentOf(stored).forEach((name, value) -> shown.put(name, plain(value)));
        shown.put(VERSION, stored.getString(VERSION));
        return shown;
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
