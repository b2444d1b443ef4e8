package dev.zhibiao.store.stream;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import dev.zhibiao.store.query.ById;
import java.util.List;
import org.bson.Document;

/** One unordered bulk write in which every error is looked at. */
final class BulkWrites {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    /** An upsert meets another's insert of the same id: the next try updates. */
    private static final int TRIES = 3;

    private BulkWrites() {}

    /**
     * Writes the documents of new editions: inserts, as all but a few are; where something is in their place, they
     * replace it unless it is of a newer edition, which stays.
     *
     * @param edition field that holds the number of the edition
     * @throws MongoBulkWriteException for every error but those
     */
    static void editions(MongoCollection<Document> collection, List<Document> documents, String edition) {
        if (documents.isEmpty()) {
            return;
        }
        try {
            collection.bulkWrite(documents.stream().map(InsertOneModel::new).toList(), UNORDERED);
        } catch (MongoBulkWriteException e) {
            if (!onlyDuplicates(e)) {
                throw e;
            }
            replace(
                    collection,
                    e.getWriteErrors().stream()
                            .map(error -> documents.get(error.getIndex()))
                            .toList(),
                    edition);
        }
    }

    private static void replace(MongoCollection<Document> collection, List<Document> documents, String edition) {
        List<ReplaceOneModel<Document>> writes = documents.stream()
                .map(document -> new ReplaceOneModel<>(
                        ById.where(document.get("_id"), edition, new Document("$lte", document.get(edition))),
                        document))
                .toList();
        collection.bulkWrite(writes, UNORDERED);
    }

    /**
     * Writes updates that have effect only where their guards match; they insert nothing.
     *
     * @throws MongoBulkWriteException for every error
     */
    static long guarded(MongoCollection<Document> collection, List<WriteModel<Document>> updates) {
        return updates.isEmpty() ? 0 : collection.bulkWrite(updates, UNORDERED).getMatchedCount();
    }

    /**
     * Writes upserts that must all have effect; those that met another's insert are repeated.
     *
     * @throws MongoBulkWriteException for every other error
     */
    static void unguarded(MongoCollection<Document> collection, List<WriteModel<Document>> writes) {
        List<WriteModel<Document>> left = writes;
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            try {
                collection.bulkWrite(left, UNORDERED);
                return;
            } catch (MongoBulkWriteException e) {
                if (!onlyDuplicates(e) || attempt >= TRIES) {
                    throw e;
                }
                List<WriteModel<Document>> tried = left;
                left = e.getWriteErrors().stream()
                        .map(error -> tried.get(error.getIndex()))
                        .toList();
            }
        }
    }

    private static boolean onlyDuplicates(MongoBulkWriteException e) {
        return e.getWriteConcernError() == null && e.getWriteErrors().stream().allMatch(BulkWrites::isDuplicate);
    }

    private static boolean isDuplicate(BulkWriteError error) {
        return ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
