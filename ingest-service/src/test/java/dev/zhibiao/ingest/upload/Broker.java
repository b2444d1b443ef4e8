package dev.zhibiao.ingest.upload;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.KnownReport;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.Topic;
import dev.zhibiao.ingest.Main;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.common.KafkaClusterConfig;
import io.kroxylicious.testing.kafka.common.KafkaClusterExecutionMode;
import io.kroxylicious.testing.kafka.common.KafkaClusterFactory;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A real broker in the test's VM; another replica has received one report before this one starts. */
public class Broker implements QuarkusTestResourceLifecycleManager {

    static final String EARLIER_TEXT = "青原县另一份副本先收到的报告。";
    static final int MOST_IN_FLIGHT = 3;
    static final int LARGEST_DOCUMENT = 1 << 20;

    private @Nullable KafkaCluster cluster;

    @Override
    public Map<String, String> start() {
        // The test starts the application without its main method.
        System.setProperty(Main.DO_NOT_JUDGE_URIS, "true");
        try {
            KafkaClusterConfig.KafkaClusterConfigBuilder builder = KafkaClusterConfig.builder()
                    .execMode(KafkaClusterExecutionMode.IN_VM)
                    .kraftMode(true)
                    .brokersNum(1)
                    .brokerConfig("auto.create.topics.enable", "false")
                    .brokerConfig("message.max.bytes", Integer.toString(Topic.largestMessageBytes()));
            KafkaCluster started = KafkaClusterFactory.create(secured(builder).build());
            cluster = started;
            started.start();
            createTopics(started);
            rememberEarlier(started);
            return settings(started);
        } catch (Exception e) {
            throw new IllegalStateException("no broker", e);
        }
    }

    /** As it is: everyone may come in. */
    KafkaClusterConfig.KafkaClusterConfigBuilder secured(KafkaClusterConfig.KafkaClusterConfigBuilder builder)
            throws Exception {
        return builder;
    }

    private static Map<String, String> settings(KafkaCluster cluster) {
        Map<String, String> settings = new HashMap<>();
        cluster.getKafkaClientConfiguration().forEach((name, value) -> settings.put("kafka." + name, value.toString()));
        settings.put("zhibiao.ingest.max-in-flight", Integer.toString(MOST_IN_FLIGHT));
        settings.put("zhibiao.ingest.max-document-bytes", Integer.toString(LARGEST_DOCUMENT));
        settings.put("quarkus.http.test-port", "0");
        return settings;
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

    private static void rememberEarlier(KafkaCluster cluster) throws Exception {
        try (var producer = new KafkaProducer<>(
                cluster.getKafkaClientConfiguration(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topic.KNOWN.topicName(),
                            ReportId.of(EARLIER_TEXT),
                            EventJson.write(new KnownReport("received", List.of()))))
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
