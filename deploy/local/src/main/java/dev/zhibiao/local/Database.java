package dev.zhibiao.local;

import de.bwaldvogel.mongo.MongoServer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** An embedded server that speaks MongoDB's protocol and keeps its data in one file. */
final class Database implements Closeable {

    /** Beyond this many observations its queries, which scan, take seconds. */
    static final int COMFORTABLE_OBSERVATIONS = 100_000;

    private static final int CACHE_MEBIBYTES = 64;

    private final MongoServer server;

    private Database(MongoServer server) {
        this.server = server;
    }

    static Database start(Path folder, int port) {
        MongoServer server = new MongoServer(new CommittingBackend(open(folder)));
        server.bind(Ports.HOST, port);
        return new Database(server);
    }

    private static MVStore open(Path folder) {
        try {
            Files.createDirectories(folder);
            MVStore store = new MVStore.Builder()
                    .fileName(folder.resolve("zhibiao.mv").toString())
                    .cacheSize(CACHE_MEBIBYTES)
                    .autoCommitDisabled()
                    .open();
            // Nobody reads an old version, and keeping them makes the file many times the data.
            store.setRetentionTime(0);
            store.setVersionsToKeep(0);
            return store;
        } catch (IOException | MVStoreException e) {
            throw new CannotRunException(e, "data.unusable", folder, Reason.of(e));
        }
    }

    String connectionString() {
        return server.getConnectionString();
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
