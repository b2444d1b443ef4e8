package dev.zhibiao.store.observation;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.zhibiao.store.query.ById;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.query.ReadingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * Clears away what a new edition replaced, once no reader can be at it any more. Of observations that are gone the last
 * content stays: their ids answer for ever.
 */
@ApplicationScoped
public class StaleEditions {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final int AT_ONCE = 20;

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

    /** How long it is until nobody reads what these reports' last switches replaced. */
    public Duration untilUnread(Collection<Document> reports) {
        Optional<Instant> last = reports.stream()
                .filter(report -> report.get(Edition.STALE) != null)
                .map(Edition::of)
                .filter(Objects::nonNull)
                .map(Edition::switchedAt)
                .max(Comparator.naturalOrder());
        Duration left = last.map(at -> Duration.between(database.now(), at.plus(patience)))
                .orElse(Duration.ZERO);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Clears: observations first, then the reports' marks, so that it may be repeated after any part of it has been done.
     */
    public void clear(Collection<Document> reports) {
        List<WriteModel<Document>> observations = new ArrayList<>();
        List<WriteModel<Document>> marks = new ArrayList<>();
        for (Document report : reports) {
            Document stale = report.get(Edition.STALE, Document.class);
            if (stale != null) {
                clear(report, stale, observations);
                marks.add(new UpdateOneModel<>(
                        ById.where(
                                report.get("_id"), Edition.STALE + "." + Edition.NUMBER, stale.getLong(Edition.NUMBER)),
                        Updates.unset(Edition.STALE)));
            }
        }
        if (!observations.isEmpty()) {
            database.observations().bulkWrite(observations, UNORDERED);
        }
        if (!marks.isEmpty()) {
            database.reports().bulkWrite(marks, UNORDERED);
        }
    }

    private static void clear(Document report, Document stale, List<WriteModel<Document>> writes) {
        Long number = stale.getLong(Edition.NUMBER);
        Set<String> gone = new HashSet<>(report.getList(Edition.GONE, String.class, List.of()));
        List<String> last = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        for (String id : stale.getList("ids", String.class)) {
            (gone.contains(id) ? last : replaced).add(ObservationDocument.key(id, stale.getString(Edition.SLOT)));
        }
        // Only what is of that edition: the slot may have been taken again.
        if (!replaced.isEmpty()) {
            writes.add(new DeleteManyModel<>(
                    ById.where(new Document("$in", replaced), ObservationDocument.EDITION, number)));
        }
        if (!last.isEmpty()) {
            writes.add(new UpdateManyModel<>(
                    ById.where(new Document("$in", last), ObservationDocument.EDITION, number),
                    Updates.set(ObservationDocument.WITHDRAWN, true)));
        }
    }

    /** Clears what a process that was killed left, and what others did not come to. */
    public void clearAllUnread() {
        Instant now = database.now();
        List<Document> unread = new ArrayList<>();
        database.reports()
                .find(in(Edition.STALE + "." + Edition.SLOT, "a", "b"))
                .batchSize(AT_ONCE)
                .forEach(report -> {
                    Edition current = Edition.of(report);
                    if (current != null && current.switchedAt().plus(patience).isBefore(now)) {
                        unread.add(report);
                    }
                    if (unread.size() == AT_ONCE) {
                        clear(unread);
                        unread.clear();
                    }
                });
        clear(unread);
    }
}
