package dev.zhibiao.store.observation;

import static com.mongodb.client.model.Filters.in;

import dev.zhibiao.events.Correction;
import dev.zhibiao.events.ObservationState;
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
     * For each report what is to be told of it.
     *
     * @param written observations that need not be read, by their keys
     */
    public List<Telling> of(List<Document> reports, Map<String, Document> written) {
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
        Map<String, Document> documents = new HashMap<>(written);
        if (!missing.isEmpty()) {
            database.observations()
                    .find(in("_id", missing))
                    .batchSize(1000)
                    .forEach(document -> documents.put(document.getString("_id"), document));
        }
        Map<String, List<Correction>> said = corrections.of(corrected);
        return reports.stream()
                .map(report -> telling(report, living.getOrDefault(report.getString("_id"), Set.of()), documents, said))
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
            Document report, Set<String> ids, Map<String, Document> documents, Map<String, List<Correction>> said) {
        Revision revision = Revision.of(report);
        List<ObservationState> states = new ArrayList<>();
        for (String id : ids) {
            Document document = documents.get(ObservationDocument.key(id, report.getString(Edition.SLOT)));
            // Where it is another edition's, the report is at another revision by now and is told again.
            if (document != null
                    && document.getLong(ObservationDocument.EDITION).equals(report.getLong(Edition.NUMBER))) {
                states.add(new ObservationState(
                        report.getString("_id"),
                        document.getString(ObservationDocument.VERSION),
                        ObservationDocument.observation(document),
                        said.get(id)));
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
