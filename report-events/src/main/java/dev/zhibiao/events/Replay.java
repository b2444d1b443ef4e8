package dev.zhibiao.events;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator's replay says of a record: CloudEvents extension attributes that every stage passes on, so that
 * the store knows what it may do with what comes of it.
 *
 * @param run the replay it is part of
 * @param dry whether the store only says what would change
 * @param over the {@code extractorVersion} that may be replaced even by an older one
 * @param count how often the record has been put back, from 1; 0 where it never was
 */
public record Replay(
        @Nullable String run, boolean dry, @Nullable String over, int count) {

    /** A record that nobody put back. */
    public static final Replay NONE = new Replay(null, false, null, 0);

    private static final String PREFIX = CloudEventHeaders.PREFIX + "replay";
    private static final String RUN = PREFIX + "run";
    private static final String DRY = PREFIX + "dry";
    private static final String OVER = PREFIX + "over";
    private static final String COUNT = PREFIX + "count";

    /** Reads the headers of a record; what is not there or no number is as in {@link #NONE}. */
    public static Replay from(Map<String, byte[]> headers) {
        String count = text(headers, COUNT);
        return new Replay(
                text(headers, RUN),
                "true".equals(text(headers, DRY)),
                text(headers, OVER),
                count != null && count.matches("[0-9]{1,6}") ? Integer.parseInt(count) : 0);
    }

    /** As headers. */
    public Map<String, byte[]> headers() {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        put(headers, RUN, run);
        put(headers, DRY, dry ? "true" : null);
        put(headers, OVER, over);
        put(headers, COUNT, count == 0 ? null : Integer.toString(count));
        return headers;
    }

    /** Those headers of a record that belong to what comes of it as well: the replay's and the trace (W3C). */
    public static Map<String, byte[]> passedOn(Map<String, byte[]> headers) {
        Map<String, byte[]> passed = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            if (name.startsWith(PREFIX) || name.equals("traceparent") || name.equals("tracestate")) {
                passed.put(name, value);
            }
        });
        return passed;
    }

    private static @Nullable String text(Map<String, byte[]> headers, String name) {
        byte[] value = headers.get(name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static void put(Map<String, byte[]> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
