package dev.zhibiao.store.observation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.zhibiao.events.Problem;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.query.ReadingConfig;
import dev.zhibiao.store.query.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Reads so that of each report all observations are of one edition, without transactions: a reader takes the server's
 * time before it begins, and of every report keeps what was its edition then. All of that edition is there, because it
 * was written before the report was switched to it, and is not cleared until no reader can be so old.
 */
@ApplicationScoped
class Snapshots {

    private static final int TRIES = 5;
    /** The server's clock counts milliseconds: reading begins when the one it said is over. */
    private static final long TICK_MILLIS = 2;

    private final Database database;
    private final Duration patience;

    Snapshots(Database database, ReadingConfig reading) {
        this.database = database;
        this.patience = reading.patience();
    }

    /**
     * An observation.
     *
     * @param withdrawn whether it is gone and this is its last content
     */
    record Found(Document document, boolean withdrawn) {}

    /** At most so many observations that match, by id, from the one after. */
    List<Document> search(List<Bson> filters, @Nullable String after, int limit) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                return searchOnce(filters, after, limit);
            } catch (Edition.SwitchedException e) {
                continue;
            }
        }
        throw new RefusedException(Problem.OVERLOADED, "the reports asked for are being replaced", null);
    }

    private List<Document> searchOnce(List<Bson> filters, @Nullable String after, int limit)
            throws Edition.SwitchedException {
        long end = System.nanoTime() + patience.toNanos();
        Instant began = begin();
        List<Document> visible = new ArrayList<>();
        // Beyond both slots of the last one: the second would be the same observation again.
        String key = after == null ? "" : ObservationDocument.key(after, "z");
        while (true) {
            List<Document> page = page(filters, key, limit);
            Map<String, Long> editions = editions(page, began);
            if (System.nanoTime() > end) {
                throw new RefusedException(Problem.OVERLOADED, "reading took longer than " + patience, null);
            }
            for (Document document : page) {
                long edition = editions.getOrDefault(document.getString(ObservationDocument.REPORT), -1L);
                if (document.getLong(ObservationDocument.EDITION) == edition && visible.size() < limit) {
                    visible.add(document);
                }
            }
            if (page.size() < limit || visible.size() >= limit) {
                return visible;
            }
            key = page.get(page.size() - 1).getString("_id");
        }
    }

    private Instant begin() {
        Instant now = database.now();
        try {
            TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return now;
    }

    private List<Document> page(List<Bson> filters, String key, int limit) {
        List<Bson> all = new ArrayList<>(filters);
        all.add(ne(ObservationDocument.WITHDRAWN, true));
        all.add(gt("_id", key));
        return database.observations()
                .find(and(all))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .batchSize(limit)
                .maxTime(patience.toMillis(), TimeUnit.MILLISECONDS)
                .into(new ArrayList<>());
    }

    private Map<String, Long> editions(List<Document> page, Instant began) throws Edition.SwitchedException {
        Set<String> reports = page.stream()
                .map(document -> document.getString(ObservationDocument.REPORT))
                .collect(Collectors.toSet());
        Map<String, Long> editions = new HashMap<>();
        for (Document report : database.reports()
                .find(in("_id", reports))
                .projection(Projections.include(Edition.FIELDS))
                .batchSize(1000)
                .into(new ArrayList<>())) {
            editions.put(report.getString("_id"), Edition.visible(report, began));
        }
        return editions;
    }

    /** All observations of a report, in no order. */
    List<Document> ofReport(String reportId) {
        List<String> fields = new ArrayList<>(Edition.FIELDS);
        fields.add("stored.ids");
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Document report = database.reports()
                    .find(eq("_id", reportId))
                    .projection(Projections.include(fields))
                    .first();
            Edition edition = report == null ? null : Edition.of(report);
            if (report == null || edition == null || report.get(Edition.WITHDRAWN) != null) {
                return List.of();
            }
            List<String> keys = report.get("stored", new Document()).getList("ids", String.class, List.of()).stream()
                    .map(id -> ObservationDocument.key(id, edition.slot()))
                    .toList();
            List<Document> found = database.observations()
                    .find(in("_id", keys))
                    .batchSize(1000)
                    .into(new ArrayList<>());
            // Here and not in the query: with another condition beside the ids the embedded server scans everything.
            found.removeIf(document -> document.getLong(ObservationDocument.EDITION) != edition.number());
            if (found.size() == keys.size()) {
                return found;
            }
            // Replaced twice meanwhile, so that its slot was taken again.
        }
        throw new RefusedException(Problem.OVERLOADED, "report " + reportId + " is being replaced", null);
    }

    /** An observation by its id; empty where readers never saw it. */
    Optional<Found> find(String id) {
        List<Document> found = database.observations()
                .find(in("_id", ObservationDocument.key(id, "a"), ObservationDocument.key(id, "b")))
                .into(new ArrayList<>());
        Document report = found.isEmpty()
                ? null
                : database.reports()
                        .find(eq("_id", found.get(0).getString(ObservationDocument.REPORT)))
                        .first();
        Edition edition = report == null ? null : Edition.of(report);
        if (report == null || edition == null) {
            return Optional.empty();
        }
        for (Document document : found) {
            if (document.getLong(ObservationDocument.EDITION) == edition.number()) {
                return Optional.of(new Found(document, report.get(Edition.WITHDRAWN) != null));
            }
        }
        boolean gone = report.getList(Edition.GONE, String.class, List.of()).contains(id);
        return found.stream()
                .filter(document -> gone && document.getLong(ObservationDocument.EDITION) < edition.number())
                .max(Comparator.comparing(document -> document.getLong(ObservationDocument.EDITION)))
                .map(document -> new Found(document, true));
    }
}
