package dev.zhibiao.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka's binary mode: every attribute is a header {@code ce_…}, the data are the record's value. */
public final class CloudEventHeaders {

    /** Prefix of the attributes' headers. */
    public static final String PREFIX = "ce_";

    private static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}

    /**
     * The headers of an event whose value is JSON.
     *
     * @param type which event it is
     * @param id its deterministic id, see {@link EventType#id}
     * @param source the service that emits it, {@code /zhibiao/store}
     * @param subject report or observation id, where known
     * @param time when what it tells of happened
     */
    public static Map<String, byte[]> of(
            EventType type, String id, String source, @Nullable String subject, Instant time) {
        Map<String, byte[]> headers = attributes(type, id, source, subject, time);
        headers.put(CONTENT_TYPE, utf8("application/json"));
        return headers;
    }

    /**
     * The headers of a {@code reports.failed} record, whose value is the original's.
     *
     * @param failure why it was given up
     * @param id its deterministic id, made of the original's topic, partition and offset
     * @param source the service that gave it up
     * @param time when it was given up
     * @param original the original record's headers
     */
    public static Map<String, byte[]> failed(
            Failure failure, String id, String source, Instant time, Map<String, byte[]> original) {
        Map<String, byte[]> headers = attributes(EventType.FAILED, id, source, failure.originalKey(), time);
        failure.attributes().forEach((name, value) -> headers.put(PREFIX + name, utf8(value)));
        headers.put(CONTENT_TYPE, original.getOrDefault(CONTENT_TYPE, utf8("application/octet-stream")));
        original.forEach((name, value) -> headers.put(Failure.ORIGINAL_HEADER_PREFIX + name, value));
        return headers;
    }

    /** The CloudEvents attributes among the headers, without their prefix. */
    public static Map<String, String> attributes(Map<String, byte[]> headers) {
        Map<String, String> attributes = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                attributes.put(name.substring(PREFIX.length()), new String(value, StandardCharsets.UTF_8));
            }
        });
        return attributes;
    }

    private static Map<String, byte[]> attributes(
            EventType type, String id, String source, @Nullable String subject, Instant time) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        headers.put(PREFIX + "specversion", utf8("1.0"));
        headers.put(PREFIX + "id", utf8(id));
        headers.put(PREFIX + "type", utf8(type.type()));
        headers.put(PREFIX + "source", utf8(source));
        headers.put(PREFIX + "time", utf8(time.toString()));
        if (subject != null) {
            headers.put(PREFIX + "subject", utf8(subject));
        }
        return headers;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
