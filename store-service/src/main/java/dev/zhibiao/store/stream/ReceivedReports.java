package dev.zhibiao.store.stream;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Problem;
import dev.zhibiao.events.Replay;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.store.manifestation.Manifestations;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.report.ReportWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code reports.received}: the report and its text can be asked for from here on. */
@ApplicationScoped
class ReceivedReports implements BatchWriter<ReceivedReports.Incoming> {

    private final Database database;
    private final ReportWrites reports;
    private final Manifestations manifestations;

    ReceivedReports(Database database, ReportWrites reports, Manifestations manifestations) {
        this.database = database;
        this.reports = reports;
        this.manifestations = manifestations;
    }

    /** A reception as it came; a dry replay's is one of a report that is here, and adds nothing. */
    record Incoming(ReportReceived received, boolean dry) {}

    @Override
    public Incoming read(StreamRecord record) throws GivenUpException {
        if (record.value() == null) {
            throw new GivenUpException(Problem.MALFORMED_EVENT, "no value");
        }
        ReportReceived received = EventJson.read(record.value(), ReportReceived.class);
        if (!ReportId.of(received.text()).equals(received.reportId())) {
            throw new GivenUpException(Problem.MALFORMED_EVENT, "reportId is not of this text");
        }
        return new Incoming(received, Replay.from(record.headers()).dry());
    }

    @Override
    public void write(List<Incoming> incoming) {
        List<ReportReceived> events = incoming.stream()
                .filter(event -> !event.dry())
                .map(Incoming::received)
                .toList();
        BulkWrites.unguarded(
                database.texts(),
                events.stream()
                        .map(event -> reports.text(event.reportId(), event.text()))
                        .toList());
        BulkWrites.unguarded(
                database.reports(),
                events.stream()
                        .map(event ->
                                reports.received(event.reportId(), event.origin(), event.hints(), event.receivedAt()))
                        .toList());
        Map<String, String> fingerprints = new HashMap<>();
        for (ReportReceived event : events) {
            if (event.fingerprint() != null) {
                fingerprints.put(event.reportId(), event.fingerprint());
            }
        }
        manifestations.remember(fingerprints);
    }

    // The extract stage reads the same records and fails the same ones: one failure is enough.
    @Override
    public boolean failsToTopic() {
        return false;
    }
}
