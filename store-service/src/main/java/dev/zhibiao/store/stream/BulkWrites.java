package dev.zhibiao.store.stream;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import org.bson.Document;

/** One unordered bulk write in which every error is looked at. */
final class BulkWrites {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    /** An upsert meets another's insert of the same id: the next try updates. */
    private static final int TRIES = 3;

    private BulkWrites() {}

    /**
     * Writes guarded upserts. A duplicate key means that the guard did not match: what is there is newer and stays.
     *
     * @throws MongoBulkWriteException for every other error
     */
    static void guarded(MongoCollection<Document> collection, List<WriteModel<Document>> writes) {
        if (writes.isEmpty()) {
            return;
        }
        try {
            collection.bulkWrite(writes, UNORDERED);
        } catch (MongoBulkWriteException e) {
            if (!onlyDuplicates(e)) {
                throw e;
            }
        }
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
