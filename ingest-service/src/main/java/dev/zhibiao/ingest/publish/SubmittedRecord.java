package dev.zhibiao.ingest.publish;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code reports.submitted} as it came.
 *
 * @param key any bytes
 * @param value the document's bytes
 * @param headers all of them in their order
 */
record SubmittedRecord(
        String topic, int partition, long offset, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {

    static SubmittedRecord of(Message<byte[]> message) {
        IncomingKafkaRecordMetadata<?, ?> record =
                message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        return new SubmittedRecord(
                record.getTopic(),
                record.getPartition(),
                record.getOffset(),
                (byte[]) record.getKey(),
                message.getPayload(),
                record.getHeaders());
    }

    /** What HTTP takes as a body. */
    byte[] document() {
        return value == null ? new byte[0] : value;
    }

    /** What HTTP takes as {@code source}, {@code area} and {@code year}: headers of these names, with or without {@code ce_}. */
    Declared declared() {
        return Declared.of(header("source"), header("area"), header("year"));
    }

    /** Where it stays until its retention ends. */
    String place() {
        return topic + " partition " + partition + " offset " + offset;
    }

    private @Nullable String header(String name) {
        Header plain = headers.lastHeader(name);
        return text(plain != null ? plain : headers.lastHeader("ce_" + name));
    }

    private static @Nullable String text(@Nullable Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
