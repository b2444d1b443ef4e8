package dev.zhibiao.store.stream;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Problem;
import dev.zhibiao.events.Replay;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.store.report.ReportWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** {@code reports.received}: the report and its text can be asked for from here on. */
@ApplicationScoped
class ReceivedReports implements BatchWriter<ReceivedReports.Incoming> {

    private final ReportWrites reports;
    private final Receptions receptions;

    ReceivedReports(ReportWrites reports, Receptions receptions) {
        this.reports = reports;
        this.receptions = receptions;
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
        receptions.write(
                events.stream().map(Receptions.Reception::of).toList(),
                reports.load(events.stream().map(ReportReceived::reportId).toList()));
    }

    // The extract stage reads the same records and fails the same ones: one failure is enough.
    @Override
    public boolean failsToTopic() {
        return false;
    }
}
