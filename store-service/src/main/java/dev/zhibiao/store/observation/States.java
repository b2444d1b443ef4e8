package dev.zhibiao.store.observation;

import static com.mongodb.client.model.Filters.in;

import dev.zhibiao.events.Correction;
import dev.zhibiao.events.Observation;
import dev.zhibiao.events.ObservationState;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.store.query.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** What is to be told of reports: the states of the observations that the last change touched, or of all. */
@ApplicationScoped
public class States {

    private final Database database;
    private final Corrections corrections;

    States(Database database, Corrections corrections) {
        this.database = database;
        this.corrections = corrections;
    }

    /**
     * What is to be told of a report.
     *
     * @param report its document
     * @param revision of it
     * @param states of observations that are
     * @param tombstones ids of those that are no more
     */
    public record Telling(Document report, Revision revision, List<ObservationState> states, Set<String> tombstones) {}

    /**
     * An observation as it was written.
     *
     * @param edition that it is part of
     */
    public record Written(long edition, String extractorVersion, Observation observation) {

        /** Those of an extraction by the keys of their documents, so that these need not be read back. */
        public static Map<String, Written> of(ReportExtracted extracted, long edition, String slot) {
            Map<String, Written> byKey = new HashMap<>();
            for (Observation observation : extracted.observations()) {
                byKey.put(
                        ObservationDocument.key(observation.observationId(), slot),
                        new Written(edition, extracted.extractorVersion(), observation));
            }
            return byKey;
        }

        private static Written of(Document stored) {
            return new Written(
                    stored.getLong(ObservationDocument.EDITION),
                    stored.getString(ObservationDocument.VERSION),
                    ObservationDocument.observation(stored));
        }
    }

    /**
     * For each report what is to be told of it.
     *
     * @param written observations that need not be read, by the keys of their documents
     */
    public List<Telling> of(List<Document> reports, Map<String, Written> written) {
        Map<String, Set<String>> living = new LinkedHashMap<>();
        Set<String> missing = new LinkedHashSet<>();
        Set<String> corrected = new LinkedHashSet<>();
        for (Document report : reports) {
            Set<String> ids = living(report);
            living.put(report.getString("_id"), ids);
            ids.stream()
                    .map(id -> ObservationDocument.key(id, report.getString(Edition.SLOT)))
                    .filter(key -> !written.containsKey(key))
                    .forEach(missing::add);
            if (report.getBoolean(Corrections.CORRECTED, false)) {
                corrected.addAll(ids);
            }
        }
        Map<String, Written> all = new HashMap<>(written);
        if (!missing.isEmpty()) {
            database.observations()
                    .find(in("_id", missing))
                    .batchSize(1000)
                    .forEach(document -> all.put(document.getString("_id"), Written.of(document)));
        }
        Map<String, List<Correction>> said = corrections.of(corrected);
        return reports.stream()
                .map(report -> telling(report, living.getOrDefault(report.getString("_id"), Set.of()), all, said))
                .toList();
    }

    private static Set<String> living(Document report) {
        Revision revision = Revision.of(report);
        if (report.get(Edition.WITHDRAWN) != null) {
            return Set.of();
        }
        Set<String> ids = new LinkedHashSet<>();
        if (revision.severalUntold()) {
            ids.addAll(all(report));
        } else {
            ids.addAll(revision.changes().added());
            ids.addAll(revision.changes().changed());
        }
        return ids;
    }

    private static List<String> all(Document report) {
        return report.get("stored", new Document()).getList("ids", String.class, List.of());
    }

    private static Telling telling(
            Document report, Set<String> ids, Map<String, Written> written, Map<String, List<Correction>> said) {
        Revision revision = Revision.of(report);
        List<ObservationState> states = new ArrayList<>();
        for (String id : ids) {
            Written one = written.get(ObservationDocument.key(id, report.getString(Edition.SLOT)));
            // Where it is another edition's, the report is at another revision by now and is told again.
            if (one != null && report.getLong(Edition.NUMBER) == one.edition()) {
                states.add(new ObservationState(
                        report.getString("_id"), one.extractorVersion(), one.observation(), said.get(id)));
            }
        }
        return new Telling(report, revision, states, tombstones(report, revision));
    }

    private static Set<String> tombstones(Document report, Revision revision) {
        Set<String> gone = new LinkedHashSet<>();
        boolean hidden = report.get(Edition.WITHDRAWN) != null;
        if (revision.severalUntold() || (hidden && !revision.cause().equals("withdrawn"))) {
            gone.addAll(report.getList(Edition.GONE, String.class, List.of()));
            gone.addAll(hidden ? all(report) : List.of());
        } else {
            gone.addAll(revision.changes().withdrawn());
        }
        return gone;
    }
}
