package dev.zhibiao.extract.stream;

import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.EventType;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jspecify.annotations.Nullable;

/** Messages that become Kafka records with exactly these bytes. */
final class OutgoingRecord {

    static final String SOURCE = "/zhibiao/extract";

    private OutgoingRecord() {}

    static Map<String, byte[]> headers(EventType type, String id, String subject, Instant time) {
        return CloudEventHeaders.of(type, id, SOURCE, subject, time);
    }

    static Message<byte[]> of(byte @Nullable [] value, @Nullable String key, Map<String, byte[]> headers) {
        RecordHeaders records = new RecordHeaders();
        headers.forEach(records::add);
        var metadata = OutgoingKafkaRecordMetadata.<String>builder().withHeaders(records);
        if (key != null) {
            metadata.withKey(key);
        }
        return Message.of(value, Metadata.of(metadata.build()));
    }
}
