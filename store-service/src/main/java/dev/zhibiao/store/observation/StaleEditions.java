package dev.zhibiao.store.observation;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Updates;
import dev.zhibiao.store.query.ById;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.query.ReadingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * Clears away what a new edition replaced, once no reader can be at it any more. Of observations that are gone the last
 * content stays: their ids answer for ever.
 */
@ApplicationScoped
public class StaleEditions {

    private final Database database;
    private final Duration patience;

    StaleEditions(Database database, ReadingConfig reading) {
        this.database = database;
        this.patience = reading.patience();
    }

    /** For the report's document: what the edition leaves behind when it is replaced. */
    public static Document of(Edition edition, List<String> ids) {
        return new Document(Edition.SLOT, edition.slot())
                .append(Edition.NUMBER, edition.number())
                .append("ids", ids);
    }

    /** How long it is until nobody reads what this report's last switch replaced; zero where nothing is left of it. */
    public Duration untilUnread(Document report) {
        Edition current = Edition.of(report);
        if (current == null || report.get(Edition.STALE) == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(database.now(), current.switchedAt().plus(patience));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Clears; may be repeated after any part of it has been done. */
    public void clear(Document report) {
        Document stale = report.get(Edition.STALE, Document.class);
        if (stale == null) {
            return;
        }
        Long number = stale.getLong(Edition.NUMBER);
        Set<String> gone = new HashSet<>(report.getList(Edition.GONE, String.class, List.of()));
        List<String> last = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        for (String id : stale.getList("ids", String.class)) {
            (gone.contains(id) ? last : replaced).add(ObservationDocument.key(id, stale.getString(Edition.SLOT)));
        }
        // Only what is of that edition: the slot may have been taken again.
        if (!replaced.isEmpty()) {
            database.observations()
                    .deleteMany(ById.where(new Document("$in", replaced), ObservationDocument.EDITION, number));
        }
        if (!last.isEmpty()) {
            database.observations()
                    .updateMany(
                            ById.where(new Document("$in", last), ObservationDocument.EDITION, number),
                            Updates.set(ObservationDocument.WITHDRAWN, true));
        }
        database.reports()
                .updateOne(
                        ById.where(report.get("_id"), Edition.STALE + "." + Edition.NUMBER, number),
                        Updates.unset(Edition.STALE));
    }

    /** Clears what a process that was killed left, and what others did not come to. */
    public void clearAllUnread() {
        Instant now = database.now();
        database.reports()
                .find(in(Edition.STALE + "." + Edition.SLOT, "a", "b"))
                .batchSize(20)
                .forEach(report -> {
                    Edition current = Edition.of(report);
                    if (current != null && current.switchedAt().plus(patience).isBefore(now)) {
                        clear(report);
                    }
                });
    }
}
