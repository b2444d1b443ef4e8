package dev.zhibiao.ingest.publish;

import dev.zhibiao.events.Problem;
import dev.zhibiao.events.Topic;
import dev.zhibiao.ingest.document.RefusedException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends a record and returns when every in-sync replica has it. */
@ApplicationScoped
class EventProducer {

    private final KafkaProducer<byte[], byte[]> producer;
    private final Duration patience;
    private final Traces traces;

    EventProducer(BrokerConfig broker, IngestConfig config, Traces traces) {
        this.patience = config.brokerTimeout();
        this.traces = traces;
        Map<String, Object> settings = broker.settings();
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("delivery.timeout.ms", (int) patience.toMillis());
        settings.put("request.timeout.ms", (int) patience.toMillis() / 2);
        settings.put("max.block.ms", (int) patience.toMillis() / 2);
        settings.put("linger.ms", 5);
        settings.put("batch.size", 512 << 10);
        settings.put("max.request.size", Topic.largestMessageBytes());
        settings.put("buffer.memory", 4L * Topic.largestMessageBytes());
        settings.put("compression.type", "lz4");
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends an event with a text for a key; otherwise as the other. */
    void send(Topic topic, String key, byte[] value, Map<String, byte[]> headers) {
        RecordHeaders records = new RecordHeaders();
        headers.forEach(records::add);
        send(topic, key.getBytes(StandardCharsets.UTF_8), value, records);
    }

    /**
     * Sends in the current trace and waits.
     *
     * @throws RefusedException {@code broker-unavailable} where no acknowledgement came in time: the record may or may
     *     not have arrived; {@code limit-exceeded} where it is larger than the broker takes
     */
    void send(Topic topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        // The record copies the headers, and so it is made when they name the trace.
        traces.sending(
                topic, headers, () -> deliver(new ProducerRecord<>(topic.topicName(), null, key, value, headers)));
    }

    /**
     * Sends what is known of a report, in no trace: it outlives them all.
     *
     * @return its offset; of two records of one report the one with the greater is the later
     * @throws RefusedException as {@link #send(Topic, byte[], byte[], Headers)}
     */
    long know(String reportId, byte[] value) {
        return deliver(new ProducerRecord<>(Topic.KNOWN.topicName(), reportId.getBytes(StandardCharsets.UTF_8), value))
                .offset();
    }

    private RecordMetadata deliver(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record).get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw refused(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(e);
        }
    }

    private static RefusedException refused(Exception e) {
        Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        return cause instanceof RecordTooLargeException
                ? new RefusedException(Problem.LIMIT_EXCEEDED, "the event is larger than the broker takes")
                : new RefusedException(
                        Problem.BROKER_UNAVAILABLE,
                        "no acknowledgement: " + cause.getClass().getSimpleName());
    }

    @PreDestroy
    void close() {
        producer.close(patience);
    }
}
