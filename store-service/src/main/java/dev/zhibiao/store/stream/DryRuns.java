package dev.zhibiao.store.stream;

import com.mongodb.client.model.WriteModel;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.store.observation.ObservationWrites;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.replay.ReplayRuns;
import dev.zhibiao.store.report.ReportWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Says what extractions would change, and writes nothing but that. */
@ApplicationScoped
class DryRuns {

    private final Database database;
    private final ReportWrites reports;
    private final ObservationWrites observations;
    private final ReplayRuns runs;

    DryRuns(Database database, ReportWrites reports, ObservationWrites observations, ReplayRuns runs) {
        this.database = database;
        this.reports = reports;
        this.observations = observations;
        this.runs = runs;
    }

    void note(List<ExtractedReports.Incoming> dry) {
        if (dry.isEmpty()) {
            return;
        }
        Map<String, Document> stored = reports.load(
                dry.stream().map(ExtractedReports.Incoming::reportId).toList());
        List<WriteModel<Document>> notes = new ArrayList<>();
        for (ExtractedReports.Incoming event : dry) {
            String run = event.replay().run();
            if (run != null) {
                notes.add(note(run, event, stored.get(event.reportId())));
            }
        }
        BulkWrites.unguarded(database.replays(), notes);
    }

    private WriteModel<Document> note(String run, ExtractedReports.Incoming event, @Nullable Document report) {
        ReportExtracted extracted = event.extracted();
        String versions = reports.version(report) + " → " + extracted.extractorVersion();
        if (reports.standing(event.digest(), event.rank(), report) == ReportWrites.Standing.OLDER) {
            return runs.write(run, event.reportId(), ReplayRuns.Outcome.OLDER, versions, Map.of());
        }
        ObservationWrites.Plan plan = observations.plan(extracted, report, reports.ids(report), event.rank());
        ReplayRuns.Outcome outcome = plan.changes().none() ? ReplayRuns.Outcome.UNCHANGED : ReplayRuns.Outcome.CHANGED;
        return runs.write(run, event.reportId(), outcome, versions, plan.rules());
    }
}
