package dev.zhibiao.store.stream;

import dev.zhibiao.events.Topic;
import dev.zhibiao.store.Main;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.common.KafkaClusterConfig;
import io.kroxylicious.testing.kafka.common.KafkaClusterExecutionMode;
import io.kroxylicious.testing.kafka.common.KafkaClusterFactory;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** A real broker in the test's VM and a database, see {@link TestDatabase}. */
public class Servers implements QuarkusTestResourceLifecycleManager {

    private @Nullable KafkaCluster cluster;

    @Override
    public Map<String, String> start() {
        // The test starts the application without its main method.
        System.setProperty(Main.DO_NOT_JUDGE_URIS, "true");
        try {
            KafkaCluster started = KafkaClusterFactory.create(KafkaClusterConfig.builder()
                    .execMode(KafkaClusterExecutionMode.IN_VM)
                    .kraftMode(true)
                    .brokersNum(1)
                    .brokerConfig("auto.create.topics.enable", "false")
                    .brokerConfig("message.max.bytes", Integer.toString(Topic.largestMessageBytes()))
                    .build());
            cluster = started;
            started.start();
            createTopics(started);
            return Map.of(
                    "kafka.bootstrap.servers",
                    started.getBootstrapServers(),
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
        } catch (Exception e) {
            throw new IllegalStateException("no broker", e);
        }
    }

    private static void createTopics(KafkaCluster cluster) throws Exception {
        try (Admin admin = Admin.create(cluster.getKafkaClientConfiguration())) {
            admin.createTopics(Arrays.stream(Topic.values())
                            .map(topic -> new NewTopic(
                                            topic.topicName(), Optional.of(topic.partitions()), Optional.empty())
                                    .configs(topic.config()))
                            .toList())
                    .all()
                    .get();
        }
    }

    @Override
    public void stop() {
        try {
            if (cluster != null) {
                cluster.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
