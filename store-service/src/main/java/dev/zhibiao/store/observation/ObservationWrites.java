package dev.zhibiao.store.observation;

import static com.mongodb.client.model.Filters.in;

import dev.zhibiao.events.Observation;
import dev.zhibiao.events.ObservationChange;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.store.query.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Plans what a new edition of a report's observations is; planning writes nothing. */
@ApplicationScoped
public class ObservationWrites {

    private final Database database;

    ObservationWrites(Database database) {
        this.database = database;
    }

    /**
     * A new edition.
     *
     * @param documents all of its observations, for its slot; no reader sees them before the report is switched
     * @param slot where they go
     * @param changes against the current edition
     * @param gone ids of all observations that the report had and has no more
     * @param rules the changes by the rule that read the observation
     */
    public record Plan(
            List<Document> documents, String slot, Changes changes, List<String> gone, Map<String, RuleChanges> rules) {

        public Plan {
            documents = List.copyOf(documents);
            gone = List.copyOf(gone);
        }
    }

    /** Numbers of observations. */
    public record RuleChanges(int added, int changed, int withdrawn) {

        RuleChanges plus(RuleChanges other) {
            return new RuleChanges(added + other.added, changed + other.changed, withdrawn + other.withdrawn);
        }
    }

    /**
     * Compares an extraction with the current edition.
     *
     * @param report its document as stored, {@code null} where there is none
     * @param ids of the current edition
     * @param rank of the extraction
     */
    public Plan plan(ReportExtracted extracted, @Nullable Document report, List<String> ids, long rank) {
        Edition current = report == null ? null : Edition.of(report);
        Map<String, Document> before = current == null ? Map.of() : load(ids, current);
        String slot = Edition.nextSlot(current);
        List<Document> documents = new ArrayList<>();
        List<String> added = new ArrayList<>();
        List<ObservationChange> changed = new ArrayList<>();
        Map<String, RuleChanges> rules = new LinkedHashMap<>();
        Set<String> gone = new LinkedHashSet<>(before.keySet());
        for (Observation observation : extracted.observations()) {
            String id = observation.observationId();
            Document next = ObservationDocument.of(observation, extracted, rank, slot);
            Document old = before.get(id);
            gone.remove(id);
            documents.add(next);
            if (old == null) {
                added.add(id);
                rules.merge(observation.rule(), new RuleChanges(1, 0, 0), RuleChanges::plus);
                continue;
            }
            var difference = ObservationDocument.difference(old, next);
            if (!difference.isEmpty()) {
                changed.add(new ObservationChange(id, difference));
                rules.merge(observation.rule(), new RuleChanges(0, 1, 0), RuleChanges::plus);
            }
        }
        gone.forEach(id -> rules.merge(rule(before, id), new RuleChanges(0, 0, 1), RuleChanges::plus));
        return new Plan(documents, slot, changes(added, changed, gone), allGone(report, gone, extracted), rules);
    }

    private Map<String, Document> load(List<String> ids, Edition edition) {
        Map<String, Document> found = new LinkedHashMap<>();
        List<String> keys = ids.stream()
                .map(id -> ObservationDocument.key(id, edition.slot()))
                .toList();
        database.observations().find(in("_id", keys)).batchSize(1000).forEach(document -> {
            if (document.getLong(ObservationDocument.EDITION) == edition.number()) {
                found.put(document.getString(ObservationDocument.ID), document);
            }
        });
        return found;
    }

    private static String rule(Map<String, Document> before, String id) {
        Document old = before.get(id);
        return old == null ? "" : old.getString("rule");
    }

    private static Changes changes(List<String> added, List<ObservationChange> changed, Set<String> gone) {
        return new Changes(
                added,
                changed.stream().map(ObservationChange::observationId).toList(),
                new ArrayList<>(gone),
                changed.subList(0, Math.min(changed.size(), Changes.MOST_DETAILS)));
    }

    private static List<String> allGone(@Nullable Document report, Set<String> gone, ReportExtracted extracted) {
        Set<String> all =
                new LinkedHashSet<>(report == null ? List.of() : report.getList(Edition.GONE, String.class, List.of()));
        all.addAll(gone);
        extracted.observations().forEach(observation -> all.remove(observation.observationId()));
        return new ArrayList<>(all);
    }
}
