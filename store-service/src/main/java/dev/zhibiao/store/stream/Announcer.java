package dev.zhibiao.store.stream;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.zhibiao.store.observation.Announcements;
import dev.zhibiao.store.observation.Revision;
import dev.zhibiao.store.observation.States;
import dev.zhibiao.store.query.ById;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.report.ReportWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * Tells what changed until all is told. A revision counts as told only while the report is at it still: whoever sends
 * last has looked after sending, and so what was sent last of an observation is what it is.
 */
@ApplicationScoped
class Announcer implements Announcements {

    private static final int AT_ONCE = 20;

    private final Database database;
    private final ReportWrites reports;
    private final States states;
    private final Published published;

    Announcer(Database database, ReportWrites reports, States states, Published published) {
        this.database = database;
        this.reports = reports;
        this.states = states;
        this.published = published;
    }

    @Override
    public void tell(Collection<String> reportIds) {
        tell(reports.load(reportIds).values(), Map.of());
    }

    /**
     * Tells what has not been told.
     *
     * @param loaded the reports' documents
     * @param written observations that need not be read, by the keys of their documents
     */
    void tell(Collection<Document> loaded, Map<String, States.Written> written) {
        List<Document> untold = untold(loaded);
        while (!untold.isEmpty()) {
            published.send(states.of(untold, written));
            List<WriteModel<Document>> told = untold.stream()
                    .<WriteModel<Document>>map(report -> new UpdateOneModel<>(
                            ById.where(report.get("_id"), Revision.NUMBER, report.get(Revision.NUMBER)),
                            Updates.combine(
                                    Updates.set(Revision.TOLD, report.get(Revision.NUMBER)),
                                    Updates.unset(Revision.UNTOLD))))
                    .toList();
            if (BulkWrites.guarded(database.reports(), told) == told.size()) {
                return;
            }
            untold = untold(reports.load(untold.stream()
                            .map(report -> report.getString("_id"))
                            .toList())
                    .values());
        }
    }

    private static List<Document> untold(Collection<Document> reports) {
        return reports.stream().filter(report -> !Revision.of(report).isTold()).toList();
    }

    /**
     * Tells what those who made it could not.
     *
     * @param after so long after the change: before, whoever made it is about to
     */
    void tellWhatWasLeft(Duration after) {
        Date latest = Date.from(database.now().minus(after));
        List<String> left = new ArrayList<>();
        database.reports()
                .find(eq(Revision.UNTOLD, true))
                .projection(Projections.include(Revision.CHANGED_AT))
                .forEach(report -> {
                    // Releases before this one did not write it.
                    Date changed = report.getDate(Revision.CHANGED_AT);
                    if (changed == null || changed.before(latest)) {
                        left.add(report.getString("_id"));
                    }
                });
        for (int i = 0; i < left.size(); i += AT_ONCE) {
            tell(left.subList(i, Math.min(i + AT_ONCE, left.size())));
        }
    }
}
