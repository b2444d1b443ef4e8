package dev.zhibiao.store.stream;

import com.mongodb.client.model.WriteModel;
import dev.zhibiao.events.Hints;
import dev.zhibiao.events.Origin;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.store.manifestation.Manifestations;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.report.ReportWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * That reports were received: their texts, then what they have in common with others, then the reports themselves. So of
 * a report whose document says that it was received all the rest is there, and need not be sent again.
 */
@ApplicationScoped
class Receptions {

    private final Database database;
    private final ReportWrites reports;
    private final Manifestations manifestations;

    Receptions(Database database, ReportWrites reports, Manifestations manifestations) {
        this.database = database;
        this.reports = reports;
        this.manifestations = manifestations;
    }

    /** What the events of a reception and of an extraction have in common. */
    record Reception(
            String reportId,
            String text,
            @Nullable String fingerprint,
            Origin origin,
            @Nullable Hints hints,
            Instant receivedAt) {

        static Reception of(ReportReceived e) {
            return new Reception(e.reportId(), e.text(), e.fingerprint(), e.origin(), e.hints(), e.receivedAt());
        }

        static Reception of(ReportExtracted e) {
            return new Reception(e.reportId(), e.text(), e.fingerprint(), e.origin(), e.hints(), e.receivedAt());
        }
    }

    /**
     * Writes what is not there yet.
     *
     * @param found the reports' documents, as far as there are any
     */
    void write(List<Reception> receptions, Map<String, Document> found) {
        Map<String, WriteModel<Document>> texts = new LinkedHashMap<>();
        Map<String, String> fingerprints = new HashMap<>();
        for (Reception r : receptions) {
            Document report = found.get(r.reportId());
            if (!ReportWrites.wasReceived(report)) {
                texts.put(r.reportId(), reports.text(r.reportId(), r.text()));
            }
            if (r.fingerprint() != null && !isThere(r, report)) {
                fingerprints.put(r.reportId(), r.fingerprint());
            }
        }
        BulkWrites.unguarded(database.texts(), List.copyOf(texts.values()));
        BulkWrites.unguarded(database.manifestations(), manifestations.writes(fingerprints));
        BulkWrites.unguarded(
                database.reports(),
                receptions.stream()
                        .filter(r -> !isThere(r, found.get(r.reportId())))
                        .map(r -> reports.received(r.reportId(), r.origin(), r.hints(), r.receivedAt()))
                        .toList());
    }

    private static boolean isThere(Reception r, @Nullable Document report) {
        return ReportWrites.isReceived(report, r.origin(), r.hints(), r.receivedAt());
    }
}
