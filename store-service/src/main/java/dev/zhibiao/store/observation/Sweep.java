package dev.zhibiao.store.observation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.zhibiao.events.Problem;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.query.ReadingConfig;
import dev.zhibiao.store.query.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Reads all observations of a selection in memory that does not grow with their number. Few are read at once, as of one
 * moment; many a few reports at a time, each of one edition however long the whole takes: a report that is stored
 * meanwhile may be left out. What the database cannot read in time is read in smaller parts, so that only a database that
 * has no answer to one report's question ends the reading.
 */
@ApplicationScoped
class Sweep {

    /** Observations read at once, some 3 kB each. */
    private static final int CHUNK = 8000;
    /** Reports read at once. */
    private static final int MOST_REPORTS = 50;

    private static final Comparator<Document> BY_PLACE = Comparator.<Document, String>comparing(
                    o -> o.getString(ObservationDocument.REPORT))
            .thenComparingInt(o -> o.getInteger("start"))
            .thenComparingInt(o -> o.getInteger("end"))
            .thenComparing(o -> o.getString("_id"));

    private final Database database;
    private final Snapshots snapshots;
    private final Duration patience;
    private final int chunk;

    @Inject
    Sweep(Database database, Snapshots snapshots, ReadingConfig reading) {
        this(database, snapshots, reading, CHUNK);
    }

    /** @param chunk observations read at once; of a report with more, all */
    Sweep(Database database, Snapshots snapshots, ReadingConfig reading, int chunk) {
        this.chunk = chunk;
        this.database = database;
        this.snapshots = snapshots;
        this.patience = reading.patience();
    }

    /**
     * A few reports whole.
     *
     * @param reports their documents by id: edition and metadata
     * @param observations what matches, by report and place
     */
    record Chunk(Map<String, Document> reports, List<Document> observations) {}

    /**
     * Reads; what the consumer does between two chunks may take as long as it likes.
     *
     * @throws RefusedException {@code overloaded} where a single report takes too long
     */
    void each(Selection selection, Consumer<Chunk> consumer) {
        // All of them are few only where nobody minds.
        Optional<List<Document>> few =
                selection.observations().isEmpty() ? Optional.empty() : few(selection.observations());
        if (few.isPresent()) {
            consumer.accept(whole(few.get()));
        } else {
            reportByReport(selection, consumer);
        }
    }

    /** All that match; empty where they are many, or cannot be read at once in time. */
    private Optional<List<Document>> few(List<Bson> filters) {
        try {
            return Optional.of(snapshots.search(filters, null, chunk + 1)).filter(found -> found.size() <= chunk);
        } catch (MongoExecutionTimeoutException | RefusedException e) {
            return Optional.empty();
        }
    }

    private Chunk whole(List<Document> observations) {
        Map<String, Document> reports = new LinkedHashMap<>();
        List<String> ids = observations.stream()
                .map(o -> o.getString(ObservationDocument.REPORT))
                .distinct()
                .toList();
        load(ids).forEach(report -> reports.put(report.getString("_id"), report));
        List<Document> sorted = new ArrayList<>(observations);
        sorted.sort(BY_PLACE);
        return new Chunk(reports, sorted);
    }

    private void reportByReport(Selection selection, Consumer<Chunk> consumer) {
        List<String> ids = new ArrayList<>();
        int size = 0;
        for (Document report : reports(selection)) {
            int count = report.get("stored", new Document()).getInteger("count", 0);
            if (!ids.isEmpty() && (size + count > chunk || ids.size() == MOST_REPORTS)) {
                read(ids, selection.observations(), consumer);
                ids.clear();
                size = 0;
            }
            ids.add(report.getString("_id"));
            size += count;
        }
        if (!ids.isEmpty()) {
            read(ids, selection.observations(), consumer);
        }
    }

    /** These reports, in halves where all together take too long. */
    private void read(List<String> ids, List<Bson> filters, Consumer<Chunk> consumer) {
        Optional<Chunk> read = chunk(ids, filters);
        if (read.isPresent()) {
            consumer.accept(read.get());
        } else if (ids.size() == 1) {
            throw new RefusedException(
                    Problem.OVERLOADED, "reading report " + ids.get(0) + " took longer than " + patience, null);
        } else {
            int half = ids.size() / 2;
            read(ids.subList(0, half), filters, consumer);
            read(ids.subList(half, ids.size()), filters, consumer);
        }
    }

    private List<Document> reports(Selection selection) {
        List<Bson> filters = new ArrayList<>(selection.reports());
        filters.add(eq(Edition.WITHDRAWN, null));
        filters.add(ne(Edition.NUMBER, null));
        return database.reports()
                .find(and(filters))
                .projection(Projections.include("stored.count"))
                .sort(Sorts.ascending("_id"))
                .batchSize(1000)
                .maxTime(patience.toMillis(), TimeUnit.MILLISECONDS)
                .into(new ArrayList<>());
    }

    /** These reports whole; empty where that takes too long. */
    private Optional<Chunk> chunk(List<String> ids, List<Bson> filters) {
        long end = System.nanoTime() + patience.toNanos();
        Map<String, Document> reports = new LinkedHashMap<>();
        load(ids).stream()
                .filter(report -> report.get(Edition.WITHDRAWN) == null)
                .forEach(report -> reports.put(report.getString("_id"), report));
        List<Document> found;
        try {
            found = find(reports.keySet(), filters);
        } catch (MongoExecutionTimeoutException e) {
            return Optional.empty();
        }
        // What an edition has is cleared some time after it was replaced, a part of it perhaps while it was read here.
        if (System.nanoTime() > end && isReplaced(reports)) {
            return Optional.empty();
        }
        found.removeIf(document -> {
            Document report = reports.get(document.getString(ObservationDocument.REPORT));
            return report == null
                    || !document.getLong(ObservationDocument.EDITION).equals(report.getLong(Edition.NUMBER));
        });
        found.sort(BY_PLACE);
        return Optional.of(new Chunk(reports, found));
    }

    private List<Document> find(Collection<String> reportIds, List<Bson> filters) {
        List<Bson> all = new ArrayList<>(List.of(in(ObservationDocument.REPORT, reportIds)));
        all.addAll(filters);
        return database.observations()
                .find(and(all))
                .batchSize(1000)
                .maxTime(patience.toMillis(), TimeUnit.MILLISECONDS)
                .into(new ArrayList<>());
    }

    private boolean isReplaced(Map<String, Document> reports) {
        return load(reports.keySet()).stream().anyMatch(now -> {
            Document before = reports.getOrDefault(now.getString("_id"), now);
            return !Objects.equals(now.get(Edition.NUMBER), before.get(Edition.NUMBER));
        });
    }

    private List<Document> load(Collection<String> ids) {
        List<String> fields = new ArrayList<>(Edition.FIELDS);
        fields.addAll(Source.FIELDS);
        return database.reports()
                .find(in("_id", ids))
                .projection(Projections.include(fields))
                .batchSize(MOST_REPORTS)
                .into(new ArrayList<>());
    }
}
