package dev.zhibiao.store.stream;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Observation;
import dev.zhibiao.events.Problem;
import dev.zhibiao.events.Replay;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.Sha256;
import dev.zhibiao.store.report.Rank;
import dev.zhibiao.store.report.ReportWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code reports.extracted}: checked, and written in rounds that have each report once. */
@ApplicationScoped
class ExtractedReports implements BatchWriter<ExtractedReports.Incoming> {

    private final EditionWriter editions;
    private final DryRuns dryRuns;

    ExtractedReports(EditionWriter editions, DryRuns dryRuns) {
        this.editions = editions;
        this.dryRuns = dryRuns;
    }

    /**
     * An extraction as it came.
     *
     * @param rank see {@link Rank}
     * @param digest see {@link ReportWrites#digest}: once an event, however often its report is looked at
     */
    record Incoming(ReportExtracted extracted, long rank, String digest, Replay replay) {

        static Incoming of(ReportExtracted extracted, Replay replay) {
            return new Incoming(extracted, Rank.of(extracted, replay.over()), ReportWrites.digest(extracted), replay);
        }

        String reportId() {
            return extracted.reportId();
        }
    }

    @Override
    public Incoming read(StreamRecord record) throws GivenUpException {
        if (record.value() == null) {
            throw new GivenUpException(Problem.MALFORMED_EVENT, "no value");
        }
        ReportExtracted extracted = EventJson.read(record.value(), ReportExtracted.class);
        String sha256 = Sha256.hex(extracted.text());
        if (!sha256.equals(extracted.textSha256()) || !ReportId.ofSha256(sha256).equals(extracted.reportId())) {
            throw new GivenUpException(Problem.MALFORMED_EVENT, "textSha256 or reportId is not of this text");
        }
        OffsetInvariant.check(extracted);
        Set<String> ids = new HashSet<>();
        for (Observation observation : extracted.observations()) {
            if (!ids.add(observation.observationId())) {
                throw new GivenUpException(
                        Problem.MALFORMED_EVENT, "observation " + observation.observationId() + " occurs twice");
            }
        }
        return Incoming.of(extracted, Replay.from(record.headers()));
    }

    @Override
    public void write(List<Incoming> events) {
        dryRuns.note(events.stream().filter(event -> event.replay().dry()).toList());
        List<Incoming> left =
                events.stream().filter(event -> !event.replay().dry()).toList();
        while (!left.isEmpty()) {
            // Not only the newest of each report: what was told of an older one may have been cut off by a kill.
            List<Incoming> round = new ArrayList<>();
            List<Incoming> later = new ArrayList<>();
            Set<String> reports = new HashSet<>();
            left.forEach(event -> (reports.add(event.reportId()) ? round : later).add(event));
            editions.write(round);
            left = later;
        }
    }
}
