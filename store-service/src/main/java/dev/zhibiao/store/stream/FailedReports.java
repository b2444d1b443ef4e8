package dev.zhibiao.store.stream;

import com.mongodb.client.model.WriteModel;
import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.EventType;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.MalformedEventException;
import dev.zhibiao.events.Replay;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.replay.Failures;
import dev.zhibiao.store.replay.ReplayRuns;
import dev.zhibiao.store.report.ReportWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** {@code reports.failed}: which stage gave the report up, and why. */
@ApplicationScoped
class FailedReports implements BatchWriter<FailedReports.Failed> {

    private static final String ORIGINAL = Failure.ORIGINAL_HEADER_PREFIX;

    private final Database database;
    private final ReportWrites reports;
    private final Failures failures;
    private final ReplayRuns runs;

    FailedReports(Database database, ReportWrites reports, Failures failures, ReplayRuns runs) {
        this.database = database;
        this.reports = reports;
        this.failures = failures;
        this.runs = runs;
    }

    /**
     * A failure of a report.
     *
     * @param id the same for every emission of it
     * @param attemptOf the reception that failed
     * @param partition of the failed record
     * @param offset of the failed record
     * @param replay what the original record said of a replay
     */
    record Failed(
            String id,
            String reportId,
            Failure failure,
            Instant at,
            Instant attemptOf,
            int partition,
            long offset,
            Replay replay) {}

    @Override
    public Failed read(StreamRecord record) throws GivenUpException {
        Map<String, String> attributes = CloudEventHeaders.attributes(record.headers());
        Failure failure = Failure.from(attributes);
        Instant at = time(attributes);
        // CloudEvents are one and the same where source and id are; the key keeps apart what a careless source does
        // not.
        String id = EventType.FAILED.id(
                String.valueOf(attributes.get("source")),
                String.valueOf(attributes.get("id")),
                String.valueOf(record.key()));
        return new Failed(
                id,
                reportId(failure, record),
                failure,
                at,
                attempt(record, at),
                record.partition(),
                record.offset(),
                Replay.from(original(record)));
    }

    private static Map<String, byte[]> original(StreamRecord record) {
        Map<String, byte[]> headers = new HashMap<>();
        record.headers().forEach((name, value) -> {
            if (name.startsWith(ORIGINAL)) {
                headers.put(name.substring(ORIGINAL.length()), value);
            }
        });
        return headers;
    }

    private static Instant time(Map<String, String> attributes) {
        try {
            return Instant.parse(String.valueOf(attributes.get("time")));
        } catch (DateTimeException e) {
            throw new MalformedEventException("attribute time is no time", e);
        }
    }

    /** What ingest gives up has no text, and so the id of its bytes. */
    private static String reportId(Failure failure, StreamRecord record) {
        String key = record.key();
        if (key != null && key.matches("[0-9a-f]{32}") && !failure.stage().equals("ingest")) {
            return key;
        }
        byte[] value = record.value();
        return ReportId.ofUnreadable(value == null ? new byte[0] : value);
    }

    private static Instant attempt(StreamRecord record, Instant otherwise) {
        byte[] value = record.value();
        if (value == null) {
            return otherwise;
        }
        try {
            // What received and extracted reports have in common.
            Object received = EventJson.read(value, Map.class).get("receivedAt");
            return received == null ? otherwise : Instant.parse(received.toString());
        } catch (MalformedEventException | DateTimeException e) {
            return otherwise;
        }
    }

    @Override
    public void write(List<Failed> events) {
        List<WriteModel<Document>> notes = new ArrayList<>();
        for (Failed e : events) {
            String run = e.replay().run();
            if (run != null) {
                notes.add(runs.write(
                        run,
                        e.reportId(),
                        ReplayRuns.Outcome.FAILED,
                        e.failure().code(),
                        Map.of()));
            }
        }
        // What only tried to read is no failure of the report.
        List<Failed> real = events.stream().filter(e -> !e.replay().dry()).toList();
        BulkWrites.unguarded(database.failures(), real.stream().map(this::entry).toList());
        BulkWrites.unguarded(
                database.reports(),
                real.stream()
                        .map(e -> reports.failed(e.reportId(), e.id(), e.failure(), e.at(), e.attemptOf()))
                        .toList());
        BulkWrites.unguarded(database.replays(), notes);
    }

    private WriteModel<Document> entry(Failed e) {
        return failures.write(
                e.id(),
                e.reportId(),
                e.failure(),
                e.at(),
                e.partition(),
                e.offset(),
                e.replay().count());
    }

    @Override
    public boolean failsToTopic() {
        return false;
    }
}
