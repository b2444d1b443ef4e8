package dev.zhibiao.store.replay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.Problem;
import dev.zhibiao.store.export.Table;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.query.Page;
import dev.zhibiao.store.query.Parameters;
import dev.zhibiao.store.query.RefusedException;
import dev.zhibiao.store.report.ReportWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The records that stages gave up. Of each the place in {@code reports.failed} is kept and not the record, which may be
 * larger than a document can be.
 */
@ApplicationScoped
public class Failures {

    private static final String PUT_BACK = "putBack";

    private final Database database;
    private final ReportWrites reports;
    private final PutBack putBack;

    Failures(Database database, ReportWrites reports, PutBack putBack) {
        this.database = database;
        this.reports = reports;
        this.putBack = putBack;
    }

    /**
     * That a stage gave a record up; the first report of it stays, and a re-emission changes nothing.
     *
     * @param id of the failure
     * @param replays how often the record had been put back before
     */
    public WriteModel<Document> write(
            String id, String reportId, Failure failure, Instant at, int partition, long offset, int replays) {
        Document entry = new Document("reportId", reportId)
                .append("stage", failure.stage())
                .append("code", failure.code())
                .append("detail", failure.detail())
                .append("retryable", failure.retryable())
                .append("attempts", failure.attempts())
                .append("replays", replays)
                .append("topic", failure.originalTopic())
                .append("key", failure.originalKey())
                .append("at", Date.from(at))
                .append("partition", partition)
                .append("offset", offset)
                .append(PUT_BACK, List.of());
        List<Bson> updates = new ArrayList<>();
        entry.forEach((name, value) -> updates.add(Updates.setOnInsert(name, value)));
        return new UpdateOneModel<>(eq("_id", id), Updates.combine(updates), new UpdateOptions().upsert(true));
    }

    /** A page by id; {@code state} is {@code open} or {@code replayed}. */
    Page<Map<String, Object>> page(Parameters query) {
        List<Bson> filters = new ArrayList<>();
        filters.add(gt("_id", query.after() == null ? "" : query.after()));
        equal(filters, "stage", query.get("stage"));
        equal(filters, "code", query.get("code"));
        equal(filters, "reportId", query.get("report"));
        String state = query.get("state");
        if (state != null) {
            filters.add(state.equals("open") ? eq(PUT_BACK, List.of()) : ne(PUT_BACK, List.of()));
        }
        List<Document> found = database.failures()
                .find(and(filters))
                .sort(Sorts.ascending("_id"))
                .limit(query.limit() + 1)
                .into(new ArrayList<>());
        return Page.cut(found, query.limit(), failure -> failure.getString("_id"), Failures::shown);
    }

    /** All that the query names as a table. */
    Table<Map<String, Object>> table(Parameters query) {
        Table.Columns<Map<String, Object>> columns = new Table.Columns<>();
        for (String name :
                List.of("failureId", "reportId", "stage", "code", "detail", "retryable", "attempts", "replays")) {
            columns.add(name, failure -> failure.get(name));
        }
        for (String name : List.of("originalTopic", "originalKey", "at", "state")) {
            columns.add(name, failure -> failure.get(name));
        }
        columns.add(
                "replayedAt",
                failure -> failure.get("replayedAt") instanceof List<?> times
                        ? times.stream().map(String::valueOf).collect(Collectors.joining(" "))
                        : null);
        return new Table<>("failures", columns.list(), query.each(this::page));
    }

    /** Puts the original back; again each time it is asked, as every stage takes a record as often as it comes. */
    Map<String, Object> replay(String id) {
        Document failure = database.failures().find(eq("_id", id)).first();
        if (failure == null) {
            throw RefusedException.notFound("failure " + id);
        }
        String topic = failure.getString("topic");
        if (!putBack.knows(topic)) {
            throw new RefusedException(Problem.NOT_FOUND, "its record came from no topic of this system", null);
        }
        int count = failure.getInteger("replays")
                + failure.getList(PUT_BACK, Date.class).size()
                + 1;
        if (!putBack.failed(failure.getInteger("partition"), failure.getLong("offset"), topic, count)) {
            throw new RefusedException(Problem.NOT_FOUND, "its record is kept no longer", null);
        }
        // After the broker has it: killed before, it is open still and put back once more.
        reports.replayed(failure.getString("reportId"), id);
        Date now = Date.from(Instant.ofEpochMilli(System.currentTimeMillis()));
        database.failures().updateOne(eq("_id", id), Updates.push(PUT_BACK, now));
        failure.put(PUT_BACK, with(failure.getList(PUT_BACK, Date.class), now));
        return shown(failure);
    }

    private static List<Date> with(List<Date> before, Date now) {
        List<Date> all = new ArrayList<>(before);
        all.add(now);
        return all;
    }

    private static void equal(List<Bson> filters, String field, @Nullable String value) {
        if (value != null) {
            filters.add(eq(field, value));
        }
    }

    private static Map<String, Object> shown(Document failure) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("failureId", failure.getString("_id"));
        for (String name : List.of("reportId", "stage", "code", "detail", "retryable", "attempts", "replays")) {
            shown.put(name, failure.get(name));
        }
        shown.put("originalTopic", failure.getString("topic"));
        shown.put("originalKey", failure.getString("key"));
        shown.put("at", failure.getDate("at").toInstant().toString());
        List<Date> putBack = failure.getList(PUT_BACK, Date.class);
        shown.put("state", putBack.isEmpty() ? "open" : "replayed");
        shown.put(
                "replayedAt",
                putBack.stream().map(date -> date.toInstant().toString()).toList());
        return shown;
    }
}
