package dev.zhibiao.store.report;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Updates;
import dev.zhibiao.events.Problem;
import dev.zhibiao.store.observation.Announcements;
import dev.zhibiao.store.observation.Changes;
import dev.zhibiao.store.observation.Edition;
import dev.zhibiao.store.observation.Revision;
import dev.zhibiao.store.query.ById;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.query.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Takes a report from its readers, and gives it back. What is stored of it goes on being stored, by later extractions
 * too; only a restoration shows it again.
 */
@ApplicationScoped
class Withdrawals {

    private static final int TRIES = 10;

    private final Database database;
    private final ReportWrites reports;
    private final Announcements announcements;

    Withdrawals(Database database, ReportWrites reports, Announcements announcements) {
        this.database = database;
        this.reports = reports;
        this.announcements = announcements;
    }

    /** Withdraws; one that is withdrawn stays as it is. */
    Document withdraw(String reportId, @Nullable String reason, @Nullable String who) {
        return change(reportId, true, report -> {
            Instant now = now();
            Document mark =
                    new Document("at", Date.from(now)).append("reason", reason).append("who", who);
            Changes changes = new Changes(List.of(), List.of(), reports.ids(report), List.of());
            return with(report, Updates.set(Edition.WITHDRAWN, mark), "withdrawn", now, changes);
        });
    }

    /** Restores; one that is not withdrawn stays as it is. */
    Document restore(String reportId) {
        return change(reportId, false, report -> {
            Changes changes = new Changes(reports.ids(report), List.of(), List.of(), List.of());
            return with(report, Updates.unset(Edition.WITHDRAWN), "restored", now(), changes);
        });
    }

    private interface Change {
        Bson of(Document report);
    }

    private static Bson with(Document report, Bson mark, String cause, Instant now, Changes changes) {
        List<Bson> updates = new ArrayList<>(List.of(mark));
        if (Edition.of(report) != null) {
            updates.add(Revision.next(cause, now, changes));
        }
        return Updates.combine(updates);
    }

    private Document change(String reportId, boolean withdrawn, Change change) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Document report = find(reportId);
            boolean already = (report.get(Edition.WITHDRAWN) != null) == withdrawn;
            // What the change says of the observations must be true when it is made.
            boolean done = already
                    || database.reports()
                                    .updateOne(
                                            ById.where(reportId, Edition.NUMBER, report.get(Edition.NUMBER))
                                                    .append(Revision.NUMBER, report.get(Revision.NUMBER))
                                                    .append(Edition.WITHDRAWN, report.get(Edition.WITHDRAWN)),
                                            change.of(report))
                                    .getMatchedCount()
                            == 1;
            if (done) {
                // Told again where it was done before: the one who did it may have been killed.
                announcements.tell(List.of(reportId));
                return find(reportId);
            }
        }
        throw new RefusedException(Problem.OVERLOADED, "report " + reportId + " is being replaced", null);
    }

    private Document find(String reportId) {
        Document report = database.reports().find(eq("_id", reportId)).first();
        if (report == null) {
            throw RefusedException.notFound("report " + reportId);
        }
        return report;
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
