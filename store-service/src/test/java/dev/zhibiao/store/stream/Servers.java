package dev.zhibiao.store.stream;

import dev.zhibiao.events.testing.TestBroker;
import dev.zhibiao.store.Main;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A real broker in the test's VM and a database, see {@link TestDatabase}. */
public class Servers implements QuarkusTestResourceLifecycleManager {

    private @Nullable TestBroker broker;

    @Override
    public Map<String, String> start() {
        // The test starts the application without its main method.
        System.setProperty(Main.DO_NOT_JUDGE_URIS, "true");
        TestBroker started = TestBroker.start(TestBroker.config().build());
        broker = started;
        return Map.of(
                "kafka.bootstrap.servers",
                started.bootstrapServers(),
                "quarkus.mongodb.connection-string",
                TestDatabase.connectionString(),
                "zhibiao.store.database",
                "zhibiao-" + UUID.randomUUID(),
                "zhibiao.store.pause",
                "50ms",
                "zhibiao.store.reading.patience",
                "3s",
                "zhibiao.store.housekeeping",
                "1s",
                "quarkus.http.test-port",
                "0");
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.close();
        }
    }
}
