package dev.zhibiao.store.observation;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Projections;
import dev.zhibiao.store.query.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/** Finds the reports that observations stand in. */
@ApplicationScoped
public class Sources {

    private final Database database;

    Sources(Database database) {
        this.database = database;
    }

    /** By report; without those that are not there. */
    public Map<String, Source> of(Collection<String> reportIds) {
        Map<String, Source> found = new HashMap<>();
        if (!reportIds.isEmpty()) {
            database.reports()
                    .find(in("_id", new LinkedHashSet<>(reportIds)))
                    .projection(Projections.include(Source.FIELDS))
                    .batchSize(1000)
                    .forEach(report -> found.put(report.getString("_id"), Source.of(report.getString("_id"), report)));
        }
        return found;
    }
}
