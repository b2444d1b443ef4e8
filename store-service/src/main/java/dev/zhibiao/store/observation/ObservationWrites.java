package dev.zhibiao.store.observation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.zhibiao.events.Observation;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.store.query.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Plans the writes of an extraction. Each document remembers the rank of the extraction that first had it and that last
 * changed it, so that a plan made again after a kill, when some or all of the writes are done, finds the same changes.
 */
@ApplicationScoped
public class ObservationWrites {

    private final Database database;

    ObservationWrites(Database database) {
        this.database = database;
    }

    /**
     * What is to be written and what that changes.
     *
     * @param writes guarded by rank, in any order
     */
    public record Plan(List<WriteModel<Document>> writes, Changes changes) {

        public Plan {
            writes = List.copyOf(writes);
        }
    }

    /**
     * Compares an extraction with what is stored.
     *
     * @param before ids of the report's observations until now
     * @param rank of the extraction
     */
    public Plan plan(ReportExtracted extracted, List<String> before, long rank) {
        Set<String> gone = new LinkedHashSet<>(before);
        Set<String> all = new LinkedHashSet<>(before);
        extracted.observations().forEach(o -> {
            gone.remove(o.observationId());
            all.add(o.observationId());
        });
        Map<String, Document> stored = new HashMap<>();
        database.observations()
                .find(in("_id", all))
                .batchSize(1000)
                .forEach(document -> stored.put(document.getString("_id"), document));
        List<WriteModel<Document>> writes = new ArrayList<>();
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (Observation observation : extracted.observations()) {
            String id = observation.observationId();
            Document old = stored.get(id);
            Document next = next(observation, old, extracted, rank);
            if (!next.equals(old)) {
                writes.add(new ReplaceOneModel<>(guard(id, rank), next, new ReplaceOptions().upsert(true)));
            }
            if (next.getLong(ObservationDocument.FIRST) == rank) {
                added.add(id);
            } else if (next.getLong(ObservationDocument.SINCE) == rank) {
                changed.add(id);
            }
        }
        gone.forEach(id -> writes.add(new UpdateOneModel<>(
                guard(id, rank),
                Updates.combine(
                        Updates.set(ObservationDocument.WITHDRAWN, true),
                        Updates.set(ObservationDocument.RANK, rank)))));
        return new Plan(writes, new Changes(added, changed, new ArrayList<>(gone)));
    }

    private static Bson guard(String id, long rank) {
        return and(eq("_id", id), lte(ObservationDocument.RANK, rank));
    }

    private static Document next(
            Observation observation, @Nullable Document old, ReportExtracted extracted, long rank) {
        Document content = ObservationDocument.content(observation);
        long first = rank;
        long since = rank;
        if (old != null && !old.getBoolean(ObservationDocument.WITHDRAWN, false)) {
            first = old.getLong(ObservationDocument.FIRST);
            boolean same = ObservationDocument.contentOf(old).equals(content);
            since = same ? old.getLong(ObservationDocument.SINCE) : rank;
        }
        Document next = new Document("_id", observation.observationId())
                .append(ObservationDocument.REPORT, extracted.reportId())
                .append(ObservationDocument.VERSION, extracted.extractorVersion());
        next.putAll(content);
        return next.append(ObservationDocument.RANK, rank)
                .append(ObservationDocument.FIRST, first)
                .append(ObservationDocument.SINCE, since);
    }
}
