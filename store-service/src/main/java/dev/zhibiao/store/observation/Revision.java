package dev.zhibiao.store.observation;

import com.mongodb.client.model.Updates;
import dev.zhibiao.events.ObservationChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A change of what readers see of a report, counted in its document by the same write that makes it. As long as fewer
 * are told than are made, somebody has to tell: the outbox of the store.
 *
 * @param number of changes so far
 * @param told the last one that was told
 * @param cause {@code extracted}, {@code withdrawn}, {@code restored} or {@code corrected}
 * @param at when the last one was made
 * @param changes of the last one
 */
public record Revision(long number, long told, String cause, Instant at, Changes changes) {

    /** Fields of a report's document. */
    public static final String NUMBER = "revision";

    public static final String TOLD = "told";
    /** Set as long as something is to be told, for finding such reports. */
    public static final String UNTOLD = "untold";

    public static final String LAST = "last";
    /** When the last one was made, by the server's clock: for finding what changed since. */
    public static final String CHANGED_AT = "changedAt";

    /** What the report's document says. */
    public static Revision of(Document report) {
        Document last = report.get(LAST, Document.class);
        if (last == null) {
            return new Revision(0, 0, "extracted", Instant.EPOCH, Changes.NONE);
        }
        Changes changes = new Changes(ids(last, "added"), ids(last, "changed"), ids(last, "withdrawn"), details(last));
        return new Revision(
                number(report, NUMBER),
                number(report, TOLD),
                last.getString("cause"),
                last.getDate("at").toInstant(),
                changes);
    }

    /** The part of an update that counts a change. */
    public static Bson next(String cause, Instant at, Changes changes) {
        return Updates.combine(
                Updates.inc(NUMBER, 1),
                Updates.set(UNTOLD, true),
                Updates.set(LAST, last(cause, at, changes)),
                Updates.currentDate(CHANGED_AT));
    }

    /** Does to a report's document what {@link #next} does to the stored one, as far as telling needs it. */
    public static void advance(Document report, String cause, Instant at, Changes changes) {
        report.append(NUMBER, number(report, NUMBER) + 1).append(LAST, last(cause, at, changes));
    }

    private static Document last(String cause, Instant at, Changes changes) {
        return new Document("cause", cause)
                .append("at", Date.from(at))
                .append("added", changes.added())
                .append("changed", changes.changed())
                .append("withdrawn", changes.withdrawn())
                .append(
                        "details",
                        changes.details().stream().map(Revision::document).toList());
    }

    /** Whether there is nothing to tell. */
    public boolean isTold() {
        return told >= number;
    }

    /** Whether more than the last change is to be told, so that only the whole state says it all. */
    public boolean severalUntold() {
        return number - told > 1;
    }

    private static long number(Document report, String field) {
        return report.get(field) instanceof Number number ? number.longValue() : 0;
    }

    private static List<String> ids(Document last, String field) {
        return last.getList(field, String.class, List.of());
    }

    // Lists of triples: a field's name is no key of a document that a query could name.
    private static Document document(ObservationChange change) {
        List<Document> fields = new ArrayList<>();
        change.fields()
                .forEach((name, values) -> fields.add(new Document("field", name)
                        .append("before", values.before())
                        .append("after", values.after())));
        return new Document("id", change.observationId()).append("fields", fields);
    }

    private static List<ObservationChange> details(Document last) {
        List<ObservationChange> details = new ArrayList<>();
        for (Document change : last.getList("details", Document.class, List.of())) {
            Map<String, ObservationChange.Values> fields = new LinkedHashMap<>();
            for (Document field : change.getList("fields", Document.class, List.of())) {
                fields.put(
                        field.getString("field"),
                        new ObservationChange.Values(field.getString("before"), field.getString("after")));
            }
            details.add(new ObservationChange(change.getString("id"), fields));
        }
        return details;
    }
}
