package dev.zhibiao.events;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one table of topics. Launcher, tests and deployment create the topics from it and nothing else.
 *
 * <p>Nothing acknowledged may be lost to retention: the topics between the stages keep 30 days at least, and the
 * broker's {@code offsets.retention.minutes} ({@link #OFFSETS_RETENTION}) exceeds the longest of them.
 */
public enum Topic {
    /** The Kafka way in: values are documents as published. */
    SUBMITTED("reports.submitted", 6, Duration.ofDays(30), Limits.DOCUMENT_BYTES + Limits.ENVELOPE_BYTES),
    /** Decoded reports, {@link ReportReceived}. */
    RECEIVED("reports.received", 6, Duration.ofDays(30), textTopicBytes()),
    /** Extracted reports, {@link ReportExtracted}. */
    EXTRACTED("reports.extracted", 6, Duration.ofDays(30), textTopicBytes()),
    /** What each write changed, {@link ReportStored}. */
    STORED("reports.stored", 6, Duration.ofDays(30), Limits.ENVELOPE_BYTES),
    /** Compacted: the current state of each observation, {@link ObservationState}; a tombstone is a withdrawal. */
    OBSERVATIONS("observations", 6, null, Limits.ENVELOPE_BYTES),
    /** Original records that a stage could not handle, with {@link Failure} as CloudEvents attributes. */
    FAILED("reports.failed", 6, Duration.ofDays(90), textTopicBytes()),
    /** Compacted and internal to ingest: the report ids already received, {@link KnownReport}. */
    KNOWN("reports.known", 1, null, Limits.ENVELOPE_BYTES);

    /** Longer than any topic's retention, so that a group scaled to zero goes on where it was. */
    public static final Duration OFFSETS_RETENTION = Duration.ofDays(180);

    private final String topicName;
    private final int partitions;
    private final @Nullable Duration retention;
    private final int maxMessageBytes;

    Topic(String topicName, int partitions, @Nullable Duration retention, int maxMessageBytes) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.retention = retention;
        this.maxMessageBytes = maxMessageBytes;
    }

    private static int textTopicBytes() {
        // Whole documents go to the failed topic unchanged; escaped text and its observations go to the others.
        return Math.max(Limits.DOCUMENT_BYTES, Limits.JSON_GROWTH * Limits.TEXT_BYTES + (8 << 20))
                + Limits.ENVELOPE_BYTES;
    }

    /** The name in Kafka. */
    public String topicName() {
        return topicName;
    }

    /** Partitions at creation; one key always goes to one partition. */
    public int partitions() {
        return partitions;
    }

    /** How long records are kept; {@code null} where the topic is compacted and keeps the last of each key. */
    public @Nullable Duration retention() {
        return retention;
    }

    /** Whether the topic keeps the last record of each key for ever. */
    public boolean compacted() {
        return retention == null;
    }

    /** Largest batch the broker takes, in bytes; producers need {@code max.request.size} of the same. */
    public int maxMessageBytes() {
        return maxMessageBytes;
    }

    /** The topic's configuration by Kafka's names. */
    public Map<String, String> config() {
        Map<String, String> config = new LinkedHashMap<>();
        if (retention == null) {
            config.put("cleanup.policy", "compact");
        } else {
            config.put("cleanup.policy", "delete");
            config.put("retention.ms", Long.toString(retention.toMillis()));
        }
        config.put("max.message.bytes", Integer.toString(maxMessageBytes));
        return config;
    }

    /** The largest {@link #maxMessageBytes()} of all: the broker's and the clients' limit. */
    public static int largestMessageBytes() {
        int largest = 0;
        for (Topic topic : values()) {
            largest = Math.max(largest, topic.maxMessageBytes);
        }
        return largest;
    }
}
