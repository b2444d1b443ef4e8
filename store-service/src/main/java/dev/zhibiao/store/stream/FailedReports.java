package dev.zhibiao.store.stream;

import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.MalformedEventException;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.report.ReportWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code reports.failed}: which stage gave the report up, and why. */
@ApplicationScoped
class FailedReports implements BatchWriter<FailedReports.Failed> {

    private final Database database;
    private final ReportWrites reports;

    FailedReports(Database database, ReportWrites reports) {
        this.database = database;
        this.reports = reports;
    }

    /**
     * A failure of a report.
     *
     * @param attemptOf the reception that failed
     */
    record Failed(String reportId, Failure failure, Instant at, Instant attemptOf) {}

    @Override
    public Failed read(StreamRecord record) throws GivenUpException {
        Map<String, String> attributes = CloudEventHeaders.attributes(record.headers());
        Failure failure = Failure.from(attributes);
        Instant at = time(attributes);
        return new Failed(reportId(failure, record), failure, at, attempt(record, at));
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
        BulkWrites.unguarded(
                database.reports(),
                events.stream()
                        .map(e -> reports.failed(e.reportId(), e.failure(), e.at(), e.attemptOf()))
                        .toList());
    }

    @Override
    public boolean failsToTopic() {
        return false;
    }
}
