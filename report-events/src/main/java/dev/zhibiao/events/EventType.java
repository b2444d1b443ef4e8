package dev.zhibiao.events;

import java.util.List;

/** CloudEvents types; the ids are deterministic, so that a re-emission has the id of the first. */
public enum EventType {
    RECEIVED("dev.zhibiao.report.received.v1"),
    EXTRACTED("dev.zhibiao.report.extracted.v1"),
    STORED("dev.zhibiao.report.stored.v1"),
    OBSERVATION("dev.zhibiao.observation.v1"),
    FAILED("dev.zhibiao.report.failed.v1");

    private final String type;

    EventType(String type) {
        this.type = type;
    }

    /** The {@code ce_type}. */
    public String type() {
        return type;
    }

    /**
     * The {@code ce_id} of the event of this type with the given distinguishing parts.
     *
     * @param parts what makes the event this one and no other, such as report id and extractor version
     */
    public String id(String... parts) {
        return Sha256.hex128(type + "\n" + String.join("\n", List.of(parts)));
    }
}
