package dev.zhibiao.store.replay;

import dev.zhibiao.events.Replay;
import dev.zhibiao.events.ReportReceived;
import org.jspecify.annotations.Nullable;

/** Puts records back where they came from; implemented where the messages are sent. */
public interface PutBack {

    /**
     * Puts the original of a failed record back with its key, its bytes, its headers and its trace.
     *
     * @param partition of the failed record
     * @param offset of the failed record
     * @param topic that the original came from
     * @param count how often it will have been put back then
     * @return whether the record is still kept; {@code false} once its retention is over
     */
    boolean failed(int partition, long offset, String topic, int count);

    /** Publishes a received report again. */
    void received(ReportReceived report, Replay replay);

    /** Whether records of a topic with this name can be put back. */
    boolean knows(@Nullable String topic);
}
