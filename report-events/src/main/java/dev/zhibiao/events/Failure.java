package dev.zhibiao.events;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a stage gave a record up: the CloudEvents extension attributes of a {@code reports.failed} record, whose value
 * is the original record's bytes unchanged and whose original headers stand under {@code original-…}.
 *
 * @param stage {@code ingest}, {@code extract} or {@code store}
 * @param code stable problem code, {@link Problem#code()}
 * @param detail what exactly was wrong, without any text of the report
 * @param retryable whether the same record may succeed later
 * @param attempts how often it was tried, at least 1
 * @param originalTopic the topic it came from
 * @param originalKey its key there
 */
public record Failure(
        String stage,
        String code,
        String detail,
        boolean retryable,
        int attempts,
        String originalTopic,
        @Nullable String originalKey) {

    /** Prefix of the original record's headers. */
    public static final String ORIGINAL_HEADER_PREFIX = "original-";

    /** The extension attributes by name; CloudEvents allows lower-case letters and digits only. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("stage", stage);
        attributes.put("code", code);
        attributes.put("detail", detail);
        attributes.put("retryable", Boolean.toString(retryable));
        attributes.put("attempts", Integer.toString(attempts));
        attributes.put("originaltopic", originalTopic);
        if (originalKey != null) {
            attributes.put("originalkey", originalKey);
        }
        return attributes;
    }

    /**
     * Reads the attributes back.
     *
     * @param attributes the extension attributes by name, without {@code ce_}
     * @throws MalformedEventException where one is missing or no number
     */
    public static Failure from(Map<String, String> attributes) {
        try {
            return new Failure(
                    required(attributes, "stage"),
                    required(attributes, "code"),
                    required(attributes, "detail"),
                    Boolean.parseBoolean(required(attributes, "retryable")),
                    Integer.parseInt(required(attributes, "attempts")),
                    required(attributes, "originaltopic"),
                    attributes.get("originalkey"));
        } catch (NumberFormatException e) {
            throw new MalformedEventException("attribute attempts is no number", e);
        }
    }

    private static String required(Map<String, String> attributes, String name) {
        String value = attributes.get(name);
        if (value == null) {
            throw new MalformedEventException("attribute " + name + " is missing", null);
        }
        return value;
    }
}
