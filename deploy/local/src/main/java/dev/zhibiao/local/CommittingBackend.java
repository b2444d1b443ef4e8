package dev.zhibiao.local;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * Commits before a write is answered.
 *
 * <p>The backend as it comes commits about once a second, so a killed process loses writes that its clients have been
 * told are done; the store would acknowledge their records to Kafka, and the observations would be gone for good.
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

    CommittingBackend(MVStore store) {
        super(store);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document answer = super.handleMessage(message);
        String command = message.getDocument().keySet().iterator().next();
        if (WRITES.contains(command.toLowerCase(Locale.ROOT))) {
            commit();
        }
        return answer;
    }
}
