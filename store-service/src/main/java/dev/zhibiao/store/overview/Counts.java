package dev.zhibiao.store.overview;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Projections;
import dev.zhibiao.store.observation.Edition;
import dev.zhibiao.store.observation.Revision;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.query.ReadingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The sums of the counts that each report's document keeps, in memory. The documents alone say what is true: before each
 * answer, those are read that changed since the last one, by the server's clock. So every instance answers the same, and
 * one that was killed reads all of them once more.
 */
@ApplicationScoped
class Counts {

    /** Parts the name of an indicator from its code in a key; sorts before every character of a name. */
    static final String SEPARATOR = "\u0000";

    /** Clocks of the members of a replica set may differ by this much. */
    private static final Duration SKEW = Duration.ofSeconds(10);

    private static final String PATH = "stored.counts";

    private final Database database;
    private final Duration patience;
    private final Map<String, Contribution> contributions = new HashMap<>();
    private final Tally indicators = new Tally();
    private final Tally areas = new Tally();
    private Date newest = new Date(0);
    private boolean complete;
    private long began = Long.MIN_VALUE;

    Counts(Database database, ReadingConfig reading) {
        this.database = database;
        this.patience = reading.patience();
    }

    private record Contribution(long revision, Tally.Share indicators, Tally.Share areas) {}

    /**
     * The sums.
     *
     * @param indicators by name, {@link #SEPARATOR} and code, which may be empty
     * @param areas by code
     */
    record Sums(Tally indicators, Tally areas) {}

    /** Answers from sums that hold every change made before the call; they must not be kept. */
    <T> T read(Function<Sums, T> answer) {
        long called = System.nanoTime();
        synchronized (this) {
            // Who waited for another's look has it: it began after the call.
            if (began == Long.MIN_VALUE || began - called < 0) {
                began = System.nanoTime();
                look();
            }
            return answer.apply(new Sums(indicators, areas));
        }
    }

    private void look() {
        Bson stored = ne(Edition.NUMBER, null);
        Date since = Date.from(newest.toInstant().minus(SKEW));
        Date[] last = {newest};
        database.reports()
                .find(complete ? and(stored, gte(Revision.CHANGED_AT, since)) : stored)
                .projection(Projections.include(Revision.CHANGED_AT, Revision.NUMBER, Edition.WITHDRAWN, PATH))
                .batchSize(200)
                .maxTime(patience.toMillis(), TimeUnit.MILLISECONDS)
                .forEach(report -> {
                    apply(report);
                    Date changedAt = report.get(Revision.CHANGED_AT, new Date(0));
                    last[0] = changedAt.after(last[0]) ? changedAt : last[0];
                });
        // Only once all is read: a look that broke off is made again from where it began.
        newest = last[0];
        complete = true;
    }

    private void apply(Document report) {
        String id = report.getString("_id");
        long revision = report.get(Revision.NUMBER) instanceof Number number ? number.longValue() : 0;
        Contribution before = contributions.get(id);
        if (before != null) {
            if (before.revision == revision) {
                return;
            }
            indicators.remove(before.indicators);
            areas.remove(before.areas);
        }
        Document counts = report.get(Edition.WITHDRAWN) != null
                ? new Document()
                : report.get("stored", new Document()).get("counts", new Document());
        contributions.put(
                id,
                new Contribution(
                        revision, indicators.add(pairs(counts, "indicators")), areas.add(pairs(counts, "areas"))));
    }

    private static Map<String, Integer> pairs(Document counts, String list) {
        Map<String, Integer> pairs = new LinkedHashMap<>();
        for (Document pair : counts.getList(list, Document.class, List.of())) {
            String key = pair.getString("key");
            pairs.put(
                    list.equals("indicators") ? key + SEPARATOR + pair.get("code", "") : key, pair.getInteger("count"));
        }
        return pairs;
    }
}
