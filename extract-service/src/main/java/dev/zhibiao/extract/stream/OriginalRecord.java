package dev.zhibiao.extract.stream;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was consumed.
 *
 * @param headers the last of each name
 */
record OriginalRecord(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        byte @Nullable [] value,
        Map<String, byte[]> headers) {

    static OriginalRecord of(Message<byte[]> message) {
        IncomingKafkaRecordMetadata<?, ?> metadata = message.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow(() -> new IllegalStateException("not from Kafka"));
        Map<String, byte[]> headers = new LinkedHashMap<>();
        for (Header header : metadata.getHeaders()) {
            if (header.value() != null) {
                headers.put(header.key(), header.value());
            }
        }
        Object key = metadata.getKey();
        return new OriginalRecord(
                metadata.getTopic(),
                metadata.getPartition(),
                metadata.getOffset(),
                key == null ? null : key.toString(),
                message.getPayload(),
                headers);
    }
}
