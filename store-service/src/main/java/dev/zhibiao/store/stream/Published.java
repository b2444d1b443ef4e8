package dev.zhibiao.store.stream;

import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.EventType;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.ObservationState;
import dev.zhibiao.events.Topic;
import dev.zhibiao.store.observation.States;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
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
    private final Traces traces;

    // A batch's events are the most that waits here: the next batch comes when they are acknowledged.
    Published(
            @Channel("out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> out,
            Traces traces) {
        this.out = out;
        this.traces = traces;
    }

    /** What is told of one report, in its trace. */
    private record Told(States.Telling telling, StoredEvent event, Span span, Map<String, byte[]> trace) {}

    /** Sends all of it and waits: observations first, so that who hears of a report finds them there. */
    void send(List<States.Telling> tellings) {
        List<Told> told = tellings.stream().map(this::told).toList();
        try {
            List<Uni<Void>> sent = new ArrayList<>();
            told.forEach(t -> observations(t, sent));
            await(sent);
            await(told.stream().map(this::stored).toList());
        } catch (RuntimeException e) {
            told.forEach(t -> t.span().setStatus(StatusCode.ERROR, e.getClass().getSimpleName()));
            throw e;
        } finally {
            told.forEach(t -> t.span().end());
        }
    }

    private Told told(States.Telling telling) {
        StoredEvent event = new StoredEvent(telling);
        Span span = traces.telling(Topic.STORED.topicName(), event.reportId());
        return new Told(telling, event, span, traces.headers(span));
    }

    private void observations(Told told, List<Uni<Void>> sent) {
        for (ObservationState state : told.telling().states()) {
            String id = state.observation().observationId();
            sent.add(send(Topic.OBSERVATIONS.topicName(), id, EventJson.write(state), headers(told, id)));
        }
        for (String id : told.telling().tombstones()) {
            sent.add(send(Topic.OBSERVATIONS.topicName(), id, null, headers(told, id)));
        }
    }

    private Uni<Void> stored(Told told) {
        StoredEvent event = told.event();
        Map<String, byte[]> headers =
                CloudEventHeaders.of(EventType.STORED, event.id(), SOURCE, event.reportId(), event.at());
        headers.putAll(told.trace());
        return send(Topic.STORED.topicName(), event.reportId(), event.value(), headers);
    }

    private static Map<String, byte[]> headers(Told told, String observationId) {
        StoredEvent event = told.event();
        Map<String, byte[]> headers = CloudEventHeaders.of(
                EventType.OBSERVATION, event.idOf(observationId), SOURCE, observationId, event.at());
        headers.putAll(told.trace());
        return headers;
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
        Map<String, byte[]> headers = CloudEventHeaders.failed(failure, id, SOURCE, Instant.now(), record.headers());
        headers.putAll(traces.headers(record));
        put(Topic.FAILED.topicName(), record.key(), record.value(), headers);
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
