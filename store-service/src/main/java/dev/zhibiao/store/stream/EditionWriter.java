package dev.zhibiao.store.stream;

import com.mongodb.client.model.WriteModel;
import dev.zhibiao.stage.LogFields;
import dev.zhibiao.store.observation.Edition;
import dev.zhibiao.store.observation.ObservationWrites;
import dev.zhibiao.store.observation.Revision;
import dev.zhibiao.store.observation.StaleEditions;
import dev.zhibiao.store.observation.States;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.replay.ReplayRuns;
import dev.zhibiao.store.report.ReportWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes extractions, each report once: texts and receptions, then all observations of the new editions, then the
 * reports' switches to them, then what is told, then what was told. A kill between any two of these leaves a state that
 * the same events, when they come again, take to the same end.
 */
@ApplicationScoped
class EditionWriter {

    private static final Logger LOG = Logger.getLogger(EditionWriter.class);
    private static final int TRIES = 10;

    private final Database database;
    private final ReportWrites reports;
    private final Receptions receptions;
    private final ObservationWrites observations;
    private final StaleEditions stale;
    private final Announcer announcer;
    private final ReplayRuns runs;
    private final StoreMeters meters;
    private final Traces traces;

    EditionWriter(
            Database database,
            ReportWrites reports,
            Receptions receptions,
            ObservationWrites observations,
            StaleEditions stale,
            Announcer announcer,
            ReplayRuns runs,
            StoreMeters meters,
            Traces traces) {
        this.database = database;
        this.reports = reports;
        this.receptions = receptions;
        this.observations = observations;
        this.stale = stale;
        this.announcer = announcer;
        this.runs = runs;
        this.meters = meters;
        this.traces = traces;
    }

    /** A new edition with what it came from. */
    private record Planned(ExtractedReports.Incoming event, ObservationWrites.Plan plan, Document report) {}

    void write(List<ExtractedReports.Incoming> round) {
        Map<String, Document> found = load(round);
        // As a rule all is there: the reception came before the extraction.
        receptions.write(
                round.stream()
                        .map(event -> Receptions.Reception.of(event.extracted()))
                        .toList(),
                found);
        // What was not there is there now, without an edition; had another one made one meanwhile, the guard finds it.
        round.forEach(event -> found.computeIfAbsent(event.reportId(), id -> new Document("_id", id)));
        List<ExtractedReports.Incoming> left = attempt(round, found);
        for (int attempt = 2; !left.isEmpty(); attempt++) {
            if (attempt > TRIES) {
                throw new IllegalStateException("reports change faster than they are written");
            }
            left = attempt(left, load(left));
        }
    }

    private Map<String, Document> load(List<ExtractedReports.Incoming> events) {
        return reports.load(
                events.stream().map(ExtractedReports.Incoming::reportId).toList());
    }

    /** Writes; what another's change came between is returned to be planned anew. */
    private List<ExtractedReports.Incoming> attempt(
            List<ExtractedReports.Incoming> events, Map<String, Document> found) {
        Map<String, Document> before = prepared(events, found);
        List<Planned> planned = new ArrayList<>();
        List<WriteModel<Document>> updates = new ArrayList<>();
        List<WriteModel<Document>> notes = new ArrayList<>();
        for (ExtractedReports.Incoming event : events) {
            Document report = Objects.requireNonNull(before.get(event.reportId()), "it was upserted");
            ReportWrites.Standing standing = reports.standing(event.digest(), event.rank(), report);
            switch (standing) {
                case NEWER -> planned.add(plan(event, report));
                case SAME -> updates.add(reports.same(report, event.rank()));
                case STORED, OLDER -> logIgnored(event, standing);
            }
            if (standing != ReportWrites.Standing.NEWER) {
                note(notes, event, report, standing);
            }
        }
        Map<String, Document> after = new HashMap<>();
        traces.writing(
                planned.stream().map(p -> p.event().reportId()).toList(), () -> after.putAll(write(planned, updates)));
        List<ExtractedReports.Incoming> missed = tell(planned, after, notes);
        BulkWrites.unguarded(database.replays(), notes);
        return missed;
    }

    /**
     * The observations of the new editions, then what makes these the ones that are read.
     *
     * @return the reports with new editions as they are then
     */
    private Map<String, Document> write(List<Planned> planned, List<WriteModel<Document>> updates) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        BulkWrites.editions(
                database.observations(),
                planned.stream().flatMap(p -> p.plan().documents().stream()).toList(),
                Edition.NUMBER);
        Map<String, Document> after = new HashMap<>();
        for (Planned p : planned) {
            ExtractedReports.Incoming event = p.event();
            ReportWrites.Switch made =
                    reports.switched(event.extracted(), event.digest(), p.plan(), p.report(), event.rank(), now);
            updates.add(made.write());
            after.put(event.reportId(), made.after());
        }
        // Where a guard did not match the server does not say which.
        return BulkWrites.guarded(database.reports(), updates) == updates.size() ? after : reports.load(after.keySet());
    }

    /** The reports, with nothing of an earlier edition left to tell or to clear. */
    private Map<String, Document> prepared(List<ExtractedReports.Incoming> events, Map<String, Document> found) {
        List<Document> untold = found.values().stream()
                .filter(report -> !Revision.of(report).isTold())
                .toList();
        announcer.tell(untold, Map.of());
        // The slots of these are the ones that the new editions take.
        List<Document> taken = events.stream()
                .filter(event -> isTaken(event, found.get(event.reportId())))
                .map(event -> found.get(event.reportId()))
                .toList();
        if (!taken.isEmpty()) {
            await(stale.untilUnread(taken));
            stale.clear(taken);
        }
        return taken.isEmpty() && untold.isEmpty() ? found : load(events);
    }

    private boolean isTaken(ExtractedReports.Incoming event, @Nullable Document report) {
        return report != null
                && report.get(Edition.STALE) != null
                && reports.standing(event.digest(), event.rank(), report) == ReportWrites.Standing.NEWER;
    }

    private static void await(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for readers", e);
        }
    }

    private Planned plan(ExtractedReports.Incoming event, Document report) {
        return new Planned(
                event, observations.plan(event.extracted(), report, reports.ids(report), event.rank()), report);
    }

    private List<ExtractedReports.Incoming> tell(
            List<Planned> planned, Map<String, Document> after, List<WriteModel<Document>> notes) {
        if (planned.isEmpty()) {
            return List.of();
        }
        Map<String, States.Written> written = new HashMap<>();
        List<ExtractedReports.Incoming> missed = new ArrayList<>();
        for (Planned p : planned) {
            Document report = Objects.requireNonNull(after.get(p.event().reportId()));
            if (Objects.equals(report.get(Edition.NUMBER), p.event().rank())) {
                written.putAll(States.Written.of(
                        p.event().extracted(), p.event().rank(), p.plan().slot()));
                note(notes, p);
                meters.stored(
                        p.event().extracted(), p.plan().changes(), p.event().replay());
                log(p);
            } else {
                missed.add(p.event());
            }
        }
        announcer.tell(after.values(), written);
        return missed;
    }

    private void note(
            List<WriteModel<Document>> notes,
            ExtractedReports.Incoming event,
            @Nullable Document report,
            ReportWrites.Standing standing) {
        String run = event.replay().run();
        if (run != null) {
            ReplayRuns.Outcome outcome =
                    standing == ReportWrites.Standing.OLDER ? ReplayRuns.Outcome.OLDER : ReplayRuns.Outcome.UNCHANGED;
            String versions =
                    reports.version(report) + " → " + event.extracted().extractorVersion();
            notes.add(runs.write(run, event.reportId(), outcome, versions, Map.of()));
        }
    }

    private void note(List<WriteModel<Document>> notes, Planned p) {
        String run = p.event().replay().run();
        if (run != null) {
            ReplayRuns.Outcome outcome =
                    p.plan().changes().none() ? ReplayRuns.Outcome.UNCHANGED : ReplayRuns.Outcome.CHANGED;
            String versions =
                    reports.version(p.report()) + " → " + p.event().extracted().extractorVersion();
            notes.add(runs.write(
                    run, p.event().reportId(), outcome, versions, p.plan().rules()));
        }
    }

    private void logIgnored(ExtractedReports.Incoming event, ReportWrites.Standing standing) {
        try (LogFields fields = traces.logFields(event.reportId())) {
            LOG.infof(
                    "stage=store reportId=%s extractorVersion=%s ignored=%s",
                    event.reportId(), event.extracted().extractorVersion(), standing);
        }
    }

    private void log(Planned p) {
        try (LogFields fields = traces.logFields(p.event().reportId())) {
            LOG.infof(
                    "stage=store reportId=%s observations=%d added=%d changed=%d withdrawn=%d extractorVersion=%s",
                    p.event().reportId(),
                    p.plan().documents().size(),
                    p.plan().changes().added().size(),
                    p.plan().changes().changed().size(),
                    p.plan().changes().withdrawn().size(),
                    p.event().extracted().extractorVersion());
        }
    }
}
