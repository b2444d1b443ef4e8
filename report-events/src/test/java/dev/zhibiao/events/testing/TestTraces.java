package dev.zhibiao.events.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Traces (W3C) that a test begins and finds again, by their ids. */
public final class TestTraces {

    /** The id of the span that the test would have made. */
    public static final String SPAN = "00f067aa0ba902b7";

    private static final String PARENT = "traceparent";

    private TestTraces() {}

    /** A new one. */
    public static String begin() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** The value of the header that names it. */
    public static String parent(String trace) {
        return "00-" + trace + "-" + SPAN + "-01";
    }

    /** The headers of a record of it. */
    public static Map<String, byte[]> headers(String trace) {
        return Map.of(PARENT, parent(trace).getBytes(StandardCharsets.UTF_8));
    }

    /** The one that a record names; empty where it names none. */
    public static String of(ConsumerRecord<String, byte[]> record) {
        byte[] parent = TestStream.headers(record).getOrDefault(PARENT, new byte[0]);
        String[] parts = new String(parent, StandardCharsets.UTF_8).split("-");
        return parts.length > 1 ? parts[1] : "";
    }
}
