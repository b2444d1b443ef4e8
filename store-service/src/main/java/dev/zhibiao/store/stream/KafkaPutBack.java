package dev.zhibiao.store.stream;

import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.EventType;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.Replay;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.Topic;
import dev.zhibiao.store.replay.PutBack;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads a failed record at its place, without a group, and sends its original where that came from. */
@ApplicationScoped
class KafkaPutBack implements PutBack {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Set<String> TOPICS =
            Set.of(Topic.SUBMITTED.topicName(), Topic.RECEIVED.topicName(), Topic.EXTRACTED.topicName());

    private final Published published;
    private final Traces traces;
    private final Map<String, Object> broker;
    private final Duration within;

    KafkaPutBack(
            Published published,
            Traces traces,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            StoreConfig store) {
        this.published = published;
        this.traces = traces;
        this.broker = broker;
        this.within = store.originalWithin();
    }

    @Override
    public boolean knows(@Nullable String topic) {
        return topic != null && TOPICS.contains(topic);
    }

    @Override
    public boolean failed(int partition, long offset, String topic, int count) {
        Optional<ConsumerRecord<String, byte[]>> found = read(partition, offset);
        found.ifPresent(record -> {
            Map<String, byte[]> headers = original(record);
            Replay before = Replay.from(headers);
            headers.putAll(new Replay(before.run(), before.dry(), before.over(), count).headers());
            published.put(topic, record.key(), record.value(), headers);
        });
        return found.isPresent();
    }

    @Override
    public void received(ReportReceived report, Replay replay) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        String id = EventType.RECEIVED.id(
                report.reportId(),
                Objects.requireNonNullElse(report.origin().source(), ""),
                String.valueOf(replay.run()));
        Map<String, byte[]> headers =
                CloudEventHeaders.of(EventType.RECEIVED, id, Published.SOURCE, report.reportId(), now);
        headers.putAll(replay.headers());
        // Of the operator's request; one that was put back goes on with its own.
        headers.putAll(traces.headers());
        published.put(Topic.RECEIVED.topicName(), report.reportId(), EventJson.write(report), headers);
    }

    private static Map<String, byte[]> original(ConsumerRecord<String, byte[]> record) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.key().startsWith(Failure.ORIGINAL_HEADER_PREFIX) && header.value() != null) {
                headers.put(header.key().substring(Failure.ORIGINAL_HEADER_PREFIX.length()), header.value());
            }
        }
        return headers;
    }

    private Optional<ConsumerRecord<String, byte[]>> read(int partition, long offset) {
        TopicPartition place = new TopicPartition(Topic.FAILED.topicName(), partition);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(place));
            Long first = consumer.beginningOffsets(List.of(place), within).get(place);
            if (first == null || first > offset) {
                return Optional.empty();
            }
            consumer.seek(place, offset);
            long end = System.nanoTime() + within.toNanos();
            while (System.nanoTime() < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    return record.offset() == offset ? Optional.of(record) : Optional.empty();
                }
            }
            return Optional.empty();
        }
    }

    /** What the channels of the messaging framework get, too: all under {@code kafka.} or {@code KAFKA_…}. */
    private Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>(broker);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "none");
        settings.put("max.poll.records", 1);
        settings.put("allow.auto.create.topics", false);
        return settings;
    }
}
