package dev.zhibiao.local;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Commits before a write is answered, and only between two writes.
 *
 * <p>The backend as it comes commits about once a second, so a killed process loses writes that its clients have been
 * told are done; the store would acknowledge their records to Kafka, and the observations would be gone for good. And
 * it commits whatever is there: a document without its entry in the index of ids, when it is killed then, can neither
 * be found nor be written again. Readers are let in between two writes, so that no commit takes away what they read.
 */
final class CommittingBackend extends H2Backend {

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "aggregate",
            "create",
            "createindexes",
            "drop",
            "dropdatabase",
            "dropindexes",
            "deleteindexes",
            "renamecollection",
            "collmod");

    private static final long TIDY_NANOS = Duration.ofSeconds(1).toNanos();
    /** Percent of a part of the file that must be in use still; what is below is written anew. */
    private static final int FILL_RATE = 60;

    private static final int TIDIED_BYTES = 8 * 1024 * 1024;

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private long tidied = System.nanoTime();

    /**
     * Stores there.
     *
     * @param store that commits nothing by itself
     */
    CommittingBackend(MVStore store) {
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new H2Database(databaseName, getMvStore(), getCursorRegistry()) {
            @Override
            protected Index<Object> openOrCreateUniqueIndex(
                    String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
                return IdIndex.of(super.openOrCreateUniqueIndex(collectionName, indexName, keys, sparse));
            }
        };
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        String command = message.getDocument().keySet().iterator().next();
        boolean write = WRITES.contains(command.toLowerCase(Locale.ROOT));
        Lock turn = write ? lock.writeLock() : lock.readLock();
        turn.lock();
        try {
            Document answer = super.handleMessage(message);
            if (write) {
                commit();
                tidy();
            }
            return answer;
        } finally {
            turn.unlock();
        }
    }

    /** What the store does in the background as long as it commits by itself: else the file only grows. */
    private void tidy() {
        if (System.nanoTime() - tidied > TIDY_NANOS) {
            getMvStore().compact(FILL_RATE, TIDIED_BYTES);
            tidied = System.nanoTime();
        }
    }
}
