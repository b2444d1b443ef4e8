package dev.zhibiao.events.testing;

import static org.awaitility.Awaitility.await;

import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/**
 * The topics around a service, for a test: puts records there and waits for others. Keys are ISO 8859-1, in which every
 * byte is a character, so that those that are no text come and go unchanged too.
 */
public final class TestStream implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    /** @param topics those that it reads, from their beginning */
    public TestStream(String bootstrapServers, Topic... topics) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "auto.offset.reset",
                "earliest",
                "group.id",
                UUID.randomUUID().toString(),
                "compression.type",
                "gzip",
                // What is too large for a topic must reach the broker or the service to be refused there.
                "max.request.size",
                2 * Topic.largestMessageBytes(),
                "buffer.memory",
                4L * Topic.largestMessageBytes(),
                "key.serializer.encoding",
                StandardCharsets.ISO_8859_1.name(),
                "key.deserializer.encoding",
                StandardCharsets.ISO_8859_1.name());
        StringSerializer serializer = new StringSerializer();
        serializer.configure(settings, true);
        StringDeserializer deserializer = new StringDeserializer();
        deserializer.configure(settings, true);
        producer = new KafkaProducer<>(settings, serializer, new ByteArraySerializer());
        consumer = new KafkaConsumer<>(settings, deserializer, new ByteArrayDeserializer());
        consumer.subscribe(Arrays.stream(topics).map(Topic::topicName).toList());
    }

    public void send(Topic topic, String key, byte @Nullable [] value) {
        send(topic, key, value, Map.of());
    }

    public void send(Topic topic, String key, byte @Nullable [] value, Map<String, byte[]> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.topicName(), key, value);
        headers.forEach((name, content) -> record.headers().add(name, content));
        send(record);
    }

    /** For a record with a partition of its own, or headers that no map can hold. */
    public void send(ProducerRecord<String, byte[]> record) {
        producer.send(record);
        producer.flush();
    }

    /** The first record that has come or will come, of this topic and key, and passes the test. */
    public ConsumerRecord<String, byte[]> next(
            Topic topic, String key, Predicate<ConsumerRecord<String, byte[]>> test) {
        return await().atMost(PATIENCE)
                .until(
                        () -> seen().stream()
                                .filter(record -> record.topic().equals(topic.topicName())
                                        && key.equals(record.key())
                                        && test.test(record))
                                .findFirst()
                                .orElse(null),
                        record -> record != null);
    }

    public ConsumerRecord<String, byte[]> next(Topic topic, String key) {
        return next(topic, key, record -> true);
    }

    /** All that has come, what is waiting included. */
    public List<ConsumerRecord<String, byte[]>> seen() {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
        return List.copyOf(seen);
    }

    /** What came so far counts no more. */
    public void forget() {
        seen();
        seen.clear();
    }

    /** The last header of each name. */
    public static Map<String, byte[]> headers(ConsumerRecord<?, ?> record) {
        Map<String, byte[]> headers = new TreeMap<>();
        record.headers().forEach(header -> headers.put(header.key(), header.value()));
        return headers;
    }

    /** Its CloudEvents attributes. */
    public static Map<String, String> attributes(ConsumerRecord<?, ?> record) {
        return CloudEventHeaders.attributes(headers(record));
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
