package dev.zhibiao.store.report;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.Origin;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.store.observation.Changes;
import dev.zhibiao.store.query.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The writes that each event makes to its report; each may be repeated and come in any order. */
@ApplicationScoped
public class ReportWrites {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final String RANK = ReportDocument.STORED + "." + ReportDocument.RANK;

    private final Database database;

    ReportWrites(Database database) {
        this.database = database;
    }

    /**
     * What is stored of a report.
     *
     * @param rank of the extraction stored, 0 where there is none
     * @param ids of its observations
     * @param changes that it made
     */
    public record Stored(long rank, List<String> ids, Changes changes) {

        /** Nothing stored. */
        public static final Stored NOTHING = new Stored(0, List.of(), new Changes(List.of(), List.of(), List.of()));
    }

    /** What is stored of these reports; absent where nothing is. */
    public Map<String, Stored> stored(Collection<String> reportIds) {
        Map<String, Stored> stored = new HashMap<>();
        database.reports()
                .find(in("_id", reportIds))
                .projection(Projections.include(ReportDocument.STORED))
                .batchSize(20)
                .forEach(report -> {
                    Document part = report.get(ReportDocument.STORED, Document.class);
                    if (part != null) {
                        stored.put(report.getString("_id"), of(part));
                    }
                });
        return stored;
    }

    private static Stored of(Document part) {
        return new Stored(
                part.getLong(ReportDocument.RANK),
                strings(part, ReportDocument.IDS),
                new Changes(strings(part, "added"), strings(part, "changed"), strings(part, "withdrawn")));
    }

    private static List<String> strings(Document part, String name) {
        return part.getList(name, String.class, List.of());
    }

    /** The text, once and for ever: its id is its hash. */
    public WriteModel<Document> text(String reportId, String text) {
        return new UpdateOneModel<>(eq("_id", reportId), Updates.setOnInsert("text", text), UPSERT);
    }

    /** That the report was received. */
    public WriteModel<Document> received(String reportId, Origin origin, Instant receivedAt) {
        return new UpdateOneModel<>(
                eq("_id", reportId),
                Updates.combine(
                        Updates.addToSet(ReportDocument.ORIGINS, ReportDocument.origin(origin)),
                        Updates.max(ReportDocument.RECEIVED_AT, Date.from(receivedAt))),
                UPSERT);
    }

    /**
     * That a stage gave it up.
     *
     * @param attemptOf the reception that failed, for which later ones are not to blame
     */
    public WriteModel<Document> failed(String reportId, Failure failure, Instant failedAt, Instant attemptOf) {
        Document entry = new Document("stage", failure.stage())
                .append("code", failure.code())
                .append("detail", failure.detail())
                .append("retryable", failure.retryable())
                .append("attempts", failure.attempts())
                .append("at", Date.from(failedAt))
                .append("attemptOf", Date.from(attemptOf));
        return new UpdateOneModel<>(eq("_id", reportId), Updates.addToSet(ReportDocument.FAILURES, entry), UPSERT);
    }

    /**
     * That an extraction is stored, after its observations are. Needs the document that {@link #received} makes: no
     * upsert, so that the guard cannot make a second one.
     */
    public WriteModel<Document> stored(ReportExtracted extracted, Changes changes, long rank, Instant now) {
        List<Bson> guard = new ArrayList<>();
        guard.add(eq(RANK, null));
        guard.add(lte(RANK, rank));
        Document part = ReportDocument.stored(extracted, rank, now)
                .append("added", changes.added())
                .append("changed", changes.changed())
                .append("withdrawn", changes.withdrawn());
        return new UpdateOneModel<>(
                and(eq("_id", extracted.reportId()), or(guard)), Updates.set(ReportDocument.STORED, part));
    }
}
