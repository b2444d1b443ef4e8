package dev.zhibiao.store.report;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Origin;
import dev.zhibiao.events.ReportExtracted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A report as a document. Events of several topics add to it in any order, so every part is one that only grows: the
 * set of origins, the set of failures, the latest reception and the extraction of the highest rank. The state follows
 * from these and is nowhere written down.
 */
final class ReportDocument {

    static final String ORIGINS = "origins";
    static final String FAILURES = "failures";
    static final String RECEIVED_AT = "receivedAt";
    static final String STORED = "stored";
    static final String RANK = "rank";
    static final String IDS = "ids";

    private ReportDocument() {}

    static Document origin(Origin origin) {
        return new Document("mediaType", origin.mediaType())
                .append("charset", origin.charset())
                .append("size", origin.size())
                .append("sha256", origin.sha256())
                .append("source", origin.source());
    }

    /** What an extraction says of the report as a whole. */
    static Document stored(ReportExtracted extracted, long rank, Instant now) {
        return new Document(RANK, rank)
                .append("extractorVersion", extracted.extractorVersion())
                .append("extractedAt", Date.from(extracted.extractedAt()))
                .append("storedAt", Date.from(now))
                .append("textSha256", extracted.textSha256())
                .append("metadata", bson(extracted.metadata()))
                .append("sections", bson(Map.of("items", extracted.sections())).get("items"))
                .append("glossary", bson(Map.of("items", extracted.glossary())).get("items"))
                .append("count", extracted.observations().size())
                .append(
                        IDS,
                        extracted.observations().stream()
                                .map(o -> o.observationId())
                                .toList());
    }

    private static Document bson(Object record) {
        return Document.parse(new String(EventJson.write(record), StandardCharsets.UTF_8));
    }

    /** {@code stored} once an extraction is, {@code failed} where the last attempt failed, else {@code received}. */
    static String state(Document report) {
        if (report.get(STORED) != null) {
            return "stored";
        }
        Date received = report.getDate(RECEIVED_AT);
        Document failure = lastFailure(report);
        boolean failed = failure != null
                && (received == null || !failure.getDate("attemptOf").before(received));
        return failed ? "failed" : "received";
    }

    static @Nullable Document lastFailure(Document report) {
        List<Document> failures = report.getList(FAILURES, Document.class, List.of());
        Document last = null;
        for (Document failure : failures) {
            if (last == null || failure.getDate("attemptOf").after(last.getDate("attemptOf"))) {
                last = failure;
            }
        }
        return last;
    }

    /** As the query API shows it in lists. */
    static Map<String, Object> summary(Document report) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("reportId", report.getString("_id"));
        shown.put("state", state(report));
        Document stored = report.get(STORED, Document.class);
        if (stored != null) {
            Document metadata = stored.get("metadata", Document.class);
            shown.putAll(metadata == null ? Map.of() : metadata);
            shown.put("observations", stored.getInteger("count"));
            shown.put("extractorVersion", stored.getString("extractorVersion"));
            shown.put("storedAt", instant(stored.getDate("storedAt")));
        }
        Document failure = lastFailure(report);
        if (stored == null && failure != null && state(report).equals("failed")) {
            Document told = new Document(failure);
            told.remove("attemptOf");
            told.replaceAll((name, value) -> value instanceof Date date ? instant(date) : value);
            shown.put("failure", told);
        }
        shown.put("receivedAt", instant(report.getDate(RECEIVED_AT)));
        return shown;
    }

    /** As the query API shows it alone. */
    static Map<String, Object> shown(Document report) {
        Map<String, Object> shown = summary(report);
        shown.put("origins", report.getList(ORIGINS, Document.class, List.of()));
        Document stored = report.get(STORED, Document.class);
        if (stored != null) {
            shown.put("sections", stored.get("sections"));
            shown.put("glossary", stored.get("glossary"));
            shown.put("textSha256", stored.getString("textSha256"));
        }
        String path = "/reports/" + report.getString("_id");
        shown.put("links", Map.of("text", path + "/text", "observations", path + "/observations"));
        return shown;
    }

    private static @Nullable String instant(@Nullable Date date) {
        return date == null ? null : date.toInstant().toString();
    }
}
