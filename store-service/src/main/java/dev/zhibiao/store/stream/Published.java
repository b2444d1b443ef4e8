package dev.zhibiao.store.stream;

import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.EventType;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.ObservationState;
import dev.zhibiao.events.Topic;
import dev.zhibiao.store.observation.States;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/** What the store tells the world, after the write; each of these returns once the broker has acknowledged. */
@ApplicationScoped
class Published {

    static final String SOURCE = "/zhibiao/store";

    private final MutinyEmitter<byte[]> out;

    // A batch's events are the most that waits here: the next batch comes when they are acknowledged.
    Published(@Channel("out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> out) {
        this.out = out;
    }

    /** Sends all of it and waits: observations first, so that who hears of a report finds them there. */
    void send(List<States.Telling> tellings) {
        List<Uni<Void>> sent = new ArrayList<>();
        for (States.Telling telling : tellings) {
            StoredEvent event = new StoredEvent(telling);
            for (ObservationState state : telling.states()) {
                String id = state.observation().observationId();
                sent.add(send(Topic.OBSERVATIONS.topicName(), id, EventJson.write(state), headers(event, id)));
            }
            for (String id : telling.tombstones()) {
                sent.add(send(Topic.OBSERVATIONS.topicName(), id, null, headers(event, id)));
            }
        }
        await(sent);
        await(tellings.stream().map(StoredEvent::new).map(this::stored).toList());
    }

    private Uni<Void> stored(StoredEvent event) {
        Map<String, byte[]> headers =
                CloudEventHeaders.of(EventType.STORED, event.id(), SOURCE, event.reportId(), event.at());
        return send(Topic.STORED.topicName(), event.reportId(), EventJson.write(event.value()), headers);
    }

    private static Map<String, byte[]> headers(StoredEvent event, String observationId) {
        return CloudEventHeaders.of(
                EventType.OBSERVATION, event.idOf(observationId), SOURCE, observationId, event.at());
    }

    private static void await(List<Uni<Void>> sent) {
        if (!sent.isEmpty()) {
            Uni.join().all(sent).andFailFast().await().indefinitely();
        }
    }

    /** Sends a record as it is and waits. */
    void put(String topic, @Nullable String key, byte @Nullable [] value, Map<String, byte[]> headers) {
        await(List.of(send(topic, key, value, headers)));
    }

    void failed(StreamRecord record, GivenUpException why, int attempts) {
        Failure failure =
                new Failure("store", why.problem().code(), why.detail(), false, attempts, record.topic(), record.key());
        String id = EventType.FAILED.id(
                "store", record.topic(), Integer.toString(record.partition()), Long.toString(record.offset()));
        put(
                Topic.FAILED.topicName(),
                record.key(),
                record.value(),
                CloudEventHeaders.failed(failure, id, SOURCE, Instant.now(), record.headers()));
    }

    private Uni<Void> send(String topic, @Nullable String key, byte @Nullable [] value, Map<String, byte[]> headers) {
        RecordHeaders records = new RecordHeaders();
        headers.forEach(records::add);
        var metadata =
                OutgoingKafkaRecordMetadata.<String>builder().withTopic(topic).withHeaders(records);
        if (key != null) {
            metadata.withKey(key);
        }
        return out.sendMessage(Message.of(value, Metadata.of(metadata.build())));
    }
}
