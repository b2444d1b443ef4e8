package dev.zhibiao.store.stream;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came.
 *
 * @param value its bytes; {@code null} for a tombstone
 */
record StreamRecord(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        byte @Nullable [] value,
        Map<String, byte[]> headers) {

    /** The records of a batch in their order. */
    @SuppressWarnings("unchecked")
    static List<StreamRecord> of(Message<List<byte[]>> batch) {
        IncomingKafkaRecordBatchMetadata<String, byte[]> metadata =
                batch.getMetadata(IncomingKafkaRecordBatchMetadata.class).orElseThrow();
        List<StreamRecord> records = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : metadata.getRecords()) {
            Map<String, byte[]> headers = new LinkedHashMap<>();
            record.headers().forEach(h -> headers.put(h.key(), h.value() == null ? new byte[0] : h.value()));
            records.add(new StreamRecord(
                    record.topic(), record.partition(), record.offset(), record.key(), record.value(), headers));
        }
        return records;
    }
}
