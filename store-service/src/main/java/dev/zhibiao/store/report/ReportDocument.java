package dev.zhibiao.store.report;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Hints;
import dev.zhibiao.events.Observation;
import dev.zhibiao.events.Origin;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.Sha256;
import dev.zhibiao.store.export.Table;
import dev.zhibiao.store.observation.Edition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A report as a document. Events of several topics add to it in any order, so every part is one that only grows: the
 * set of origins, the set of failures, the first and the latest reception and the extraction of the highest rank. The
 * state follows from these and is nowhere written down.
 */
final class ReportDocument {

    static final String ORIGINS = "origins";
    static final String FAILURES = "failures";
    /** Ids of failures whose records were put back. */
    static final String REPLAYED = "replayed";

    /** The latest reception: a failure of an earlier one counts no more. */
    static final String RECEIVED_AT = "receivedAt";
    /** What readers see of the receptions; releases before this one did not write it. */
    static final String FIRST_RECEIVED_AT = "firstReceivedAt";

    static final String STORED = "stored";
    static final String RANK = "rank";
    static final String RELEASE = "release";
    static final String IDS = "ids";
    static final String DIGEST = "digest";

    /** Parts that may be large and that no write looks at. */
    static final List<String> FOR_READERS = List.of(
            STORED + ".metadata", STORED + ".sections", STORED + ".glossary", STORED + ".counts", FAILURES, REPLAYED);

    private static final List<String> TABLE = List.of(
            "reportId",
            "state",
            "title",
            "refArea",
            "areaCode",
            "level",
            "kind",
            "reviewPeriod",
            "targetPeriod",
            "deliveredOn",
            "speaker",
            "observations",
            "extractorVersion",
            "receivedAt",
            "storedAt");

    private ReportDocument() {}

    static Document origin(Origin origin, @Nullable Hints hints) {
        Document document = new Document("mediaType", origin.mediaType())
                .append("charset", origin.charset())
                .append("size", origin.size())
                .append("sha256", origin.sha256())
                .append("source", origin.source());
        return hints == null
                ? document
                : document.append("hints", new Document("area", hints.area()).append("year", hints.year()));
    }

    /** What an extraction says of the report as a whole. */
    static Document stored(ReportExtracted extracted, String digest, long rank, Instant now) {
        return new Document(RANK, rank)
                .append(RELEASE, Rank.release(extracted.extractorVersion()))
                .append("extractorVersion", extracted.extractorVersion())
                .append("extractedAt", Date.from(extracted.extractedAt()))
                .append("storedAt", Date.from(now))
                .append(DIGEST, digest)
                .append("textSha256", extracted.textSha256())
                .append("metadata", bson(extracted.metadata()))
                .append("sections", bson(Map.of("items", extracted.sections())).get("items"))
                .append("glossary", bson(Map.of("items", extracted.glossary())).get("items"))
                .append("count", extracted.observations().size())
                .append("counts", counts(extracted.observations()))
                .append(
                        IDS,
                        extracted.observations().stream()
                                .map(Observation::observationId)
                                .toList());
    }

    /** Equal where two extractions of a report found the same by the same version. */
    static String digest(ReportExtracted extracted) {
        return Sha256.hex(EventJson.write(List.of(
                extracted.extractorVersion(),
                extracted.metadata(),
                extracted.sections(),
                extracted.glossary(),
                extracted.observations())));
    }

    private static Document counts(List<Observation> observations) {
        Map<List<String>, Integer> indicators = new LinkedHashMap<>();
        Map<String, Integer> areas = new TreeMap<>();
        for (Observation observation : observations) {
            String code = observation.indicatorCode() == null ? "" : observation.indicatorCode();
            indicators.merge(List.of(observation.indicator(), code), 1, Integer::sum);
            if (observation.areaCode() != null) {
                areas.merge(observation.areaCode(), 1, Integer::sum);
            }
        }
        return new Document("indicators", named(indicators)).append("areas", pairs(areas));
    }

    /** By name and code: a name has a code only where the unit suits it. */
    private static List<Document> named(Map<List<String>, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> {
                    Document pair = new Document("key", entry.getKey().get(0));
                    if (!entry.getKey().get(1).isEmpty()) {
                        pair.append("code", entry.getKey().get(1));
                    }
                    return pair.append("count", entry.getValue());
                })
                .toList();
    }

    private static List<Document> pairs(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Document("key", entry.getKey()).append("count", entry.getValue()))
                .toList();
    }

    private static Document bson(Object record) {
        return Document.parse(new String(EventJson.write(record), StandardCharsets.UTF_8));
    }

    /**
     * {@code withdrawn} while it is; {@code stored} once an extraction is; {@code failed} where the last reception
     * failed and was not put back; else {@code received}.
     */
    static String state(Document report) {
        if (report.get(Edition.WITHDRAWN) != null) {
            return "withdrawn";
        }
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
        List<String> replayed = report.getList(REPLAYED, String.class, List.of());
        return report.getList(FAILURES, Document.class, List.of()).stream()
                .filter(failure -> !replayed.contains(String.valueOf(failure.getString("id"))))
                .max(Comparator.comparing(failure -> failure.getDate("attemptOf")))
                .orElse(null);
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
        if (failure != null && state(report).equals("failed")) {
            Document told = told(failure);
            told.remove("attemptOf");
            shown.put("failure", told);
        }
        Document withdrawn = report.get(Edition.WITHDRAWN, Document.class);
        if (withdrawn != null) {
            shown.put("withdrawn", told(withdrawn));
        }
        shown.put("receivedAt", instant(firstReceivedAt(report)));
        shown.put(
                "sources",
                report.getList(ORIGINS, Document.class, List.of()).stream()
                        .map(origin -> origin.getString("source"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return shown;
    }

    /** As a table. */
    static Table<Map<String, Object>> table(Consumer<Consumer<Map<String, Object>>> reports) {
        Table.Columns<Map<String, Object>> columns = new Table.Columns<>();
        for (String name : TABLE) {
            columns.add(name, report -> report.get(name));
        }
        for (String name : List.of("stage", "code", "detail")) {
            columns.add(
                    "failure" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                    report -> report.get("failure") instanceof Map<?, ?> failure ? failure.get(name) : null);
        }
        columns.add(
                "source",
                report -> report.get("sources") instanceof List<?> sources
                        ? sources.stream().map(String::valueOf).collect(Collectors.joining(" "))
                        : null);
        return new Table<>("reports", columns.list(), reports);
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
        shown.put("links", new Document("text", path + "/text").append("observations", path + "/observations"));
        return shown;
    }

    /** Both are asked: where only the latest was written at first, the first one that was since may be later. */
    private static @Nullable Date firstReceivedAt(Document report) {
        return Stream.of(FIRST_RECEIVED_AT, RECEIVED_AT)
                .map(report::getDate)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Document told(Document part) {
        Document told = new Document(part);
        told.replaceAll((name, value) -> value instanceof Date date ? instant(date) : value);
        return told;
    }

    private static @Nullable String instant(@Nullable Date date) {
        return date == null ? null : date.toInstant().toString();
    }
}
