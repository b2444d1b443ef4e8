package dev.zhibiao.store.stream;

import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.EventType;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.Limits;
import dev.zhibiao.events.Observation;
import dev.zhibiao.events.ObservationState;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.ReportStored;
import dev.zhibiao.events.Topic;
import dev.zhibiao.store.observation.Changes;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/** What the store tells the world, after the write; each of these returns once the broker has acknowledged. */
@ApplicationScoped
class Published {

    private static final String SOURCE = "/zhibiao/store";

    private final MutinyEmitter<byte[]> out;

    // A batch's events are the most that waits here: the next batch comes when they are acknowledged.
    Published(@Channel("out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> out) {
        this.out = out;
    }

    void stored(ReportExtracted extracted, Changes changes, Instant storedAt) {
        List<Uni<Void>> sent = new ArrayList<>();
        Set<String> told = new HashSet<>(changes.added());
        told.addAll(changes.changed());
        for (Observation observation : extracted.observations()) {
            if (told.contains(observation.observationId())) {
                sent.add(observation(extracted, observation, storedAt));
            }
        }
        for (String id : changes.withdrawn()) {
            sent.add(send(Topic.OBSERVATIONS, id, null, headers(EventType.OBSERVATION, extracted, id, storedAt)));
        }
        sent.add(send(
                Topic.STORED,
                extracted.reportId(),
                EventJson.write(small(extracted, changes, storedAt)),
                headers(EventType.STORED, extracted, extracted.reportId(), storedAt)));
        Uni.join().all(sent).andFailFast().await().indefinitely();
    }

    private Uni<Void> observation(ReportExtracted extracted, Observation observation, Instant storedAt) {
        ObservationState state = new ObservationState(extracted.reportId(), extracted.extractorVersion(), observation);
        String id = observation.observationId();
        return send(
                Topic.OBSERVATIONS,
                id,
                EventJson.write(state),
                headers(EventType.OBSERVATION, extracted, id, storedAt));
    }

    private static Map<String, byte[]> headers(
            EventType type, ReportExtracted extracted, String subject, Instant time) {
        String id = type.id(
                subject, extracted.extractorVersion(), extracted.extractedAt().toString());
        return CloudEventHeaders.of(type, id, SOURCE, subject, time);
    }

    /** With the ids where they fit, with their numbers alone where not. */
    private static ReportStored small(ReportExtracted extracted, Changes changes, Instant storedAt) {
        ReportStored whole = event(extracted, changes, storedAt, false);
        return EventJson.write(whole).length < Limits.STORED_EVENT_BYTES
                ? whole
                : event(extracted, changes, storedAt, true);
    }

    private static ReportStored event(ReportExtracted extracted, Changes changes, Instant storedAt, boolean truncated) {
        return new ReportStored(
                extracted.reportId(),
                extracted.extractorVersion(),
                storedAt,
                extracted.observations().size(),
                changes.added().size(),
                changes.changed().size(),
                changes.withdrawn().size(),
                truncated ? List.of() : changes.added(),
                truncated ? List.of() : changes.changed(),
                truncated ? List.of() : changes.withdrawn(),
                truncated,
                "/reports/" + extracted.reportId() + "/observations");
    }

    void failed(StreamRecord record, GivenUpException why, int attempts) {
        Failure failure =
                new Failure("store", why.problem().code(), why.detail(), false, attempts, record.topic(), record.key());
        String id = EventType.FAILED.id(
                "store", record.topic(), Integer.toString(record.partition()), Long.toString(record.offset()));
        send(
                        Topic.FAILED,
                        record.key(),
                        record.value(),
                        CloudEventHeaders.failed(failure, id, SOURCE, Instant.now(), record.headers()))
                .await()
                .indefinitely();
    }

    private Uni<Void> send(Topic topic, @Nullable String key, byte @Nullable [] value, Map<String, byte[]> headers) {
        RecordHeaders records = new RecordHeaders();
        headers.forEach(records::add);
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(topic.topicName())
                .withHeaders(records);
        if (key != null) {
            metadata.withKey(key);
        }
        return out.sendMessage(Message.of(value, Metadata.of(metadata.build())));
    }
}
