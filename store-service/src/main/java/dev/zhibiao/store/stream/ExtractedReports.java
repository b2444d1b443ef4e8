package dev.zhibiao.store.stream;

import com.mongodb.client.model.WriteModel;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Problem;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.Sha256;
import dev.zhibiao.store.manifestation.Manifestations;
import dev.zhibiao.store.observation.Changes;
import dev.zhibiao.store.observation.ObservationWrites;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.report.ReportWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code reports.extracted}: texts, then observations, then the reports that list them, then the events. */
@ApplicationScoped
class ExtractedReports implements BatchWriter<ReportExtracted> {

    private static final Logger LOG = Logger.getLogger(ExtractedReports.class);

    private final Database database;
    private final ReportWrites reports;
    private final ObservationWrites observations;
    private final Published published;
    private final Manifestations manifestations;

    ExtractedReports(
            Database database,
            ReportWrites reports,
            ObservationWrites observations,
            Published published,
            Manifestations manifestations) {
        this.manifestations = manifestations;
        this.database = database;
        this.reports = reports;
        this.observations = observations;
        this.published = published;
    }

    @Override
    public ReportExtracted read(StreamRecord record) throws GivenUpException {
        if (record.value() == null) {
            throw new GivenUpException(Problem.MALFORMED_EVENT, "no value");
        }
        ReportExtracted extracted = EventJson.read(record.value(), ReportExtracted.class);
        Rank.of(extracted);
        if (!Sha256.hex(extracted.text()).equals(extracted.textSha256())
                || !ReportId.of(extracted.text()).equals(extracted.reportId())) {
            throw new GivenUpException(Problem.MALFORMED_EVENT, "textSha256 or reportId is not of this text");
        }
        OffsetInvariant.check(extracted);
        return extracted;
    }

    @Override
    public void write(List<ReportExtracted> events) {
        Map<String, ReportExtracted> newest = new LinkedHashMap<>();
        events.forEach(event -> newest.merge(event.reportId(), event, ExtractedReports::newer));
        Map<String, ReportWrites.Stored> stored = reports.stored(newest.keySet());
        List<WriteModel<Document>> texts = new ArrayList<>();
        List<WriteModel<Document>> received = new ArrayList<>();
        List<WriteModel<Document>> documents = new ArrayList<>();
        List<WriteModel<Document>> flips = new ArrayList<>();
        Map<String, Changes> changes = new LinkedHashMap<>();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        // Origins and times of all, observations of the newest.
        events.forEach(e -> received.add(reports.received(e.reportId(), e.origin(), e.receivedAt())));
        newest.forEach((id, extracted) -> {
            long rank = Rank.of(extracted);
            ReportWrites.Stored before = stored.getOrDefault(id, ReportWrites.Stored.NOTHING);
            if (before.rank() > rank) {
                LOG.infof("stage=store reportId=%s older=%s ignored=true", id, extracted.extractorVersion());
                return;
            }
            texts.add(reports.text(id, extracted.text()));
            if (before.rank() == rank) {
                // Written before a kill, perhaps not told.
                changes.put(id, before.changes());
                return;
            }
            ObservationWrites.Plan plan = observations.plan(extracted, before.ids(), rank);
            documents.addAll(plan.writes());
            flips.add(reports.stored(extracted, plan.changes(), rank, now));
            changes.put(id, plan.changes());
        });
        BulkWrites.unguarded(database.texts(), texts);
        BulkWrites.unguarded(database.reports(), received);
        Map<String, String> fingerprints = new LinkedHashMap<>();
        newest.forEach((id, extracted) -> {
            if (extracted.fingerprint() != null) {
                fingerprints.put(id, extracted.fingerprint());
            }
        });
        manifestations.remember(fingerprints);
        BulkWrites.guarded(database.observations(), documents);
        BulkWrites.guarded(database.reports(), flips);
        changes.forEach((id, change) -> tell(newest.get(id), change, now));
    }

    private static ReportExtracted newer(ReportExtracted a, ReportExtracted b) {
        return Rank.of(a) > Rank.of(b) ? a : b;
    }

    private void tell(@Nullable ReportExtracted extracted, Changes changes, Instant now) {
        if (extracted == null) {
            return;
        }
        published.stored(extracted, changes, now);
        LOG.infof(
                "stage=store reportId=%s observations=%d added=%d changed=%d withdrawn=%d extractorVersion=%s",
                extracted.reportId(),
                extracted.observations().size(),
                changes.added().size(),
                changes.changed().size(),
                changes.withdrawn().size(),
                extracted.extractorVersion());
    }
}
