package dev.zhibiao.store.stream;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.jboss.logging.Logger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * A MongoDB for tests: the one of {@code -Dzhibiao.test.mongodb-uri=} where it is given, else a container where a Docker
 * engine has or can pull the image, else the embedded server; the log says which.
 */
final class TestDatabase {

    private static final Logger LOG = Logger.getLogger(TestDatabase.class);
    private static final String IMAGE = "mongo:7.0";

    private TestDatabase() {}

    static String connectionString() {
        String given = System.getProperty("zhibiao.test.mongodb-uri", "");
        if (!given.isBlank()) {
            LOG.infof("MongoDB for this test: the server given, %s", given.replaceAll("//[^@/]*@", "//"));
            return given;
        }
        try {
            if (DockerClientFactory.instance().isDockerAvailable()) {
                MongoDBContainer container = new MongoDBContainer(IMAGE);
                container.start();
                LOG.infof("MongoDB for this test: container of %s", IMAGE);
                return container.getConnectionString();
            }
            LOG.info("no Docker engine");
        } catch (RuntimeException e) {
            LOG.infof("no container of %s: %s", IMAGE, e.getMessage());
        }
        LOG.info("MongoDB for this test: the embedded server, in memory");
        return new MongoServer(new MemoryBackend()).bindAndGetConnectionString();
    }
}
