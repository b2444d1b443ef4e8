package dev.zhibiao.events.testing;

import dev.zhibiao.events.Topic;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.common.KafkaClusterConfig;
import io.kroxylicious.testing.kafka.common.KafkaClusterExecutionMode;
import io.kroxylicious.testing.kafka.common.KafkaClusterFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A real broker in the test's VM with the topics of {@link Topic}. */
public final class TestBroker implements AutoCloseable {

    private final KafkaCluster cluster;

    private TestBroker(KafkaCluster cluster) {
        this.cluster = cluster;
    }

    /** What every test's broker has; a test may add to it. */
    public static KafkaClusterConfig.KafkaClusterConfigBuilder config() {
        return KafkaClusterConfig.builder()
                .execMode(KafkaClusterExecutionMode.IN_VM)
                .kraftMode(true)
                .brokersNum(1)
                .brokerConfig("auto.create.topics.enable", "false")
                .brokerConfig("message.max.bytes", Integer.toString(Topic.largestMessageBytes()));
    }

    public static TestBroker start(KafkaClusterConfig config) {
        KafkaCluster cluster = KafkaClusterFactory.create(config);
        cluster.start();
        try (Admin admin = Admin.create(cluster.getKafkaClientConfiguration())) {
            admin.createTopics(Arrays.stream(Topic.values())
                            .map(topic -> new NewTopic(
                                            topic.topicName(), Optional.of(topic.partitions()), Optional.empty())
                                    .configs(topic.config()))
                            .toList())
                    .all()
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException("no topics", e);
        }
        return new TestBroker(cluster);
    }

    public String bootstrapServers() {
        return cluster.getBootstrapServers();
    }

    /** What a client needs to reach it: addresses, and its credentials where it asks for them. */
    public Map<String, Object> clientSettings() {
        return cluster.getKafkaClientConfiguration();
    }

    /** Puts a record there and waits until it is. */
    public void put(Topic topic, String key, byte @Nullable [] value) {
        try (var producer = new KafkaProducer<>(clientSettings(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.topicName(), key, value)).get();
        } catch (Exception e) {
            throw new IllegalStateException("not put", e);
        }
    }

    @Override
    public void close() {
        try {
            cluster.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
