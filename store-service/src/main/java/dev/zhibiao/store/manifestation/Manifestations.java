package dev.zhibiao.store.manifestation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.zhibiao.store.query.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;

/**
 * Which reports have a fingerprint in common. Two kinds of small documents, both found by {@code _id} alone: a report's
 * fingerprints under its id, and the reports of a fingerprint under the fingerprint. Both are sets that only grow, so
 * that writing them again, or in another order, ends the same.
 */
@ApplicationScoped
public class Manifestations {

    private static final String FINGERPRINTS = "fingerprints";
    private static final String REPORTS = "reports";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final Database database;

    Manifestations(Database database) {
        this.database = database;
    }

    /**
     * The writes that remember fingerprints.
     *
     * @param fingerprints by report id; reports without one are left out
     */
    public List<WriteModel<Document>> writes(Map<String, String> fingerprints) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        fingerprints.forEach((reportId, fingerprint) -> {
            writes.add(add(reportId, FINGERPRINTS, fingerprint));
            writes.add(add(fingerprint, REPORTS, reportId));
        });
        return writes;
    }

    private static WriteModel<Document> add(String id, String set, String member) {
        return new UpdateOneModel<>(eq("_id", id), Updates.addToSet(set, member), UPSERT);
    }

    /** The ids of the other reports that say the same, in ascending order. */
    public List<String> of(String reportId) {
        Document own = collection().find(eq("_id", reportId)).first();
        if (own == null) {
            return List.of();
        }
        Set<String> others = new TreeSet<>();
        collection()
                .find(in("_id", own.getList(FINGERPRINTS, String.class, List.of())))
                .forEach(group -> others.addAll(group.getList(REPORTS, String.class, List.of())));
        others.remove(reportId);
        return List.copyOf(others);
    }

    private MongoCollection<Document> collection() {
        return database.manifestations();
    }
}
