package dev.zhibiao.store.report;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.Hints;
import dev.zhibiao.events.Origin;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.store.observation.Edition;
import dev.zhibiao.store.observation.ObservationWrites;
import dev.zhibiao.store.observation.Revision;
import dev.zhibiao.store.observation.StaleEditions;
import dev.zhibiao.store.query.ById;
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
import org.jspecify.annotations.Nullable;

/** The writes that each event makes to its report; each may be repeated and come in any order. */
@ApplicationScoped
public class ReportWrites {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final String RANK = ReportDocument.STORED + "." + ReportDocument.RANK;

    private final Database database;

    ReportWrites(Database database) {
        this.database = database;
    }

    /** These reports' documents by id, without the large parts that only readers need. */
    public Map<String, Document> load(Collection<String> reportIds) {
        Map<String, Document> found = new HashMap<>();
        database.reports()
                .find(in("_id", reportIds))
                .projection(Projections.exclude(ReportDocument.FOR_READERS))
                .batchSize(20)
                .forEach(report -> found.put(report.getString("_id"), report));
        return found;
    }

    /** How an extraction stands to what is stored of its report. */
    public enum Standing {
        /** Nothing is stored, or something older. */
        NEWER,
        /** Another reading by the same version that found the same: only its rank is to be noted. */
        SAME,
        /** This one is stored. */
        STORED,
        /** Something newer is stored. */
        OLDER
    }

    /** What makes two extractions of a report the same; it takes a while, as it is made of all observations. */
    public static String digest(ReportExtracted extracted) {
        return ReportDocument.digest(extracted);
    }

    /**
     * Compares with the report's document.
     *
     * @param digest of the extraction
     */
    public Standing standing(String digest, long rank, @Nullable Document report) {
        Document stored = report == null ? null : report.get(ReportDocument.STORED, Document.class);
        if (stored == null) {
            return Standing.NEWER;
        }
        long before = stored.getLong(ReportDocument.RANK);
        if (before >= rank) {
            return before == rank ? Standing.STORED : Standing.OLDER;
        }
        return digest.equals(stored.getString(ReportDocument.DIGEST)) ? Standing.SAME : Standing.NEWER;
    }

    /** Ids of the observations of what is stored. */
    public List<String> ids(@Nullable Document report) {
        Document stored = report == null ? null : report.get(ReportDocument.STORED, Document.class);
        return stored == null ? List.of() : stored.getList(ReportDocument.IDS, String.class, List.of());
    }

    /** The version that is stored; {@code null} where nothing is. */
    public @Nullable String version(@Nullable Document report) {
        Document stored = report == null ? null : report.get(ReportDocument.STORED, Document.class);
        return stored == null ? null : stored.getString("extractorVersion");
    }

    /** The text, once and for ever: its id is its hash. */
    public WriteModel<Document> text(String reportId, String text) {
        return new UpdateOneModel<>(eq("_id", reportId), Updates.setOnInsert("text", text), UPSERT);
    }

    /** That the report was received. */
    public WriteModel<Document> received(String reportId, Origin origin, @Nullable Hints hints, Instant receivedAt) {
        return new UpdateOneModel<>(
                eq("_id", reportId),
                Updates.combine(
                        Updates.addToSet(ReportDocument.ORIGINS, ReportDocument.origin(origin, hints)),
                        Updates.min(ReportDocument.FIRST_RECEIVED_AT, Date.from(receivedAt)),
                        Updates.max(ReportDocument.RECEIVED_AT, Date.from(receivedAt))),
                UPSERT);
    }

    /** Whether the report was ever received: its text was written before, and so it is there. */
    public static boolean wasReceived(@Nullable Document report) {
        return report != null && report.getDate(ReportDocument.RECEIVED_AT) != null;
    }

    /** Whether the document says what {@link #received} would. */
    public static boolean isReceived(
            @Nullable Document report, Origin origin, @Nullable Hints hints, Instant receivedAt) {
        Date first = report == null ? null : report.getDate(ReportDocument.FIRST_RECEIVED_AT);
        Date last = report == null ? null : report.getDate(ReportDocument.RECEIVED_AT);
        Date at = Date.from(receivedAt);
        return report != null
                && first != null
                && last != null
                && !first.after(at)
                && !last.before(at)
                && report.getList(ReportDocument.ORIGINS, Document.class, List.of())
                        .contains(ReportDocument.origin(origin, hints));
    }

    /**
     * That a stage gave it up.
     *
     * @param failureId of the failure
     * @param attemptOf the reception that failed, for which later ones are not to blame
     */
    public WriteModel<Document> failed(
            String reportId, String failureId, Failure failure, Instant failedAt, Instant attemptOf) {
        Document entry = new Document("id", failureId)
                .append("stage", failure.stage())
                .append("code", failure.code())
                .append("detail", failure.detail())
                .append("retryable", failure.retryable())
                .append("attempts", failure.attempts())
                .append("at", Date.from(failedAt))
                .append("attemptOf", Date.from(attemptOf));
        return new UpdateOneModel<>(eq("_id", reportId), Updates.addToSet(ReportDocument.FAILURES, entry), UPSERT);
    }

    /** That the record of a failure was put back. */
    public void replayed(String reportId, String failureId) {
        database.reports().updateOne(eq("_id", reportId), Updates.addToSet(ReportDocument.REPLAYED, failureId));
    }

    /** That an extraction of this rank found what is stored already. */
    public WriteModel<Document> same(Document report, long rank) {
        return new UpdateOneModel<>(
                ById.where(report.get("_id"), Edition.NUMBER, report.get(Edition.NUMBER)), Updates.max(RANK, rank));
    }

    /**
     * A report's change to a new edition.
     *
     * @param after the report as it is then, for telling of it, unless somebody else changes it too: that counts its
     *     revision on, and so what is told of this one does not count as told
     */
    public record Switch(WriteModel<Document> write, Document after) {}

    /**
     * Takes the report's readers to a new edition, after its observations are written: all at once, as it is one write
     * to one document. It has effect only where the report still is as it was when the edition was planned, and needs
     * the document that {@link #received} makes: no upsert, so that the guard cannot make a second one.
     */
    public Switch switched(
            ReportExtracted extracted,
            String digest,
            ObservationWrites.Plan plan,
            Document report,
            long rank,
            Instant now) {
        Edition current = Edition.of(report);
        Document set = new Document(Edition.NUMBER, rank)
                .append(Edition.SLOT, plan.slot())
                .append(Edition.GONE, plan.gone())
                .append(ReportDocument.STORED, ReportDocument.stored(extracted, digest, rank, now));
        if (current != null) {
            set.append(Edition.PREVIOUS, current.asPrevious())
                    .append(Edition.STALE, StaleEditions.of(current, ids(report)));
        }
        List<Bson> updates =
                new ArrayList<>(List.of(new Document("$set", set), Updates.currentDate(Edition.SWITCHED_AT)));
        Document after = new Document(report);
        after.putAll(set);
        if (report.get(Edition.WITHDRAWN) == null) {
            updates.add(Revision.next("extracted", now, plan.changes()));
            Revision.advance(after, "extracted", now, plan.changes());
        }
        Document guard = ById.where(extracted.reportId(), Edition.NUMBER, report.get(Edition.NUMBER))
                .append(Edition.STALE, null)
                // A withdrawal of a report without an edition counts no revision: only this finds it.
                .append(Edition.WITHDRAWN, report.get(Edition.WITHDRAWN));
        return new Switch(new UpdateOneModel<>(guard, Updates.combine(updates)), after);
    }
}
