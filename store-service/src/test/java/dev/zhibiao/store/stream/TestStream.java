package dev.zhibiao.store.stream;

import static org.awaitility.Awaitility.await;

import dev.zhibiao.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The topics around the store, for a test. */
final class TestStream implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    TestStream(String bootstrapServers, Topic... topics) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("auto.offset.reset", "earliest");
        properties.put("group.id", UUID.randomUUID().toString());
        producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topics).stream().map(Topic::topicName).toList());
    }

    void send(Topic topic, String key, byte @Nullable [] value, Map<String, byte[]> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.topicName(), key, value);
        headers.forEach((name, content) -> record.headers().add(name, content));
        producer.send(record);
        producer.flush();
    }

    /** The first record that has come or will come, of this topic and key, and passes the test. */
    ConsumerRecord<String, byte[]> next(Topic topic, String key, Predicate<ConsumerRecord<String, byte[]>> test) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
                            return seen.stream()
                                    .filter(record -> record.topic().equals(topic.topicName())
                                            && key.equals(record.key())
                                            && test.test(record))
                                    .findFirst()
                                    .orElse(null);
                        },
                        record -> record != null);
    }

    ConsumerRecord<String, byte[]> next(Topic topic, String key) {
        return next(topic, key, record -> true);
    }

    /** What came so far counts no more. */
    void forget() {
        consumer.poll(Duration.ofMillis(500)).forEach(seen::add);
        seen.clear();
    }

    static Map<String, byte[]> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, byte[]> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), header.value()));
        return headers;
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
