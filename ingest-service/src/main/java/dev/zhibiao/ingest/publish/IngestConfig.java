package dev.zhibiao.ingest.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How documents are taken. */
@ConfigMapping(prefix = "zhibiao.ingest")
public interface IngestConfig {

    /** Requests with a document that are answered at the same time, at least 1; more get {@code overloaded}. */
    @WithDefault("16")
    int maxInFlight();

    /**
     * Bytes of documents that are held at the same time, at least as many as the largest document has; more get
     * {@code overloaded}. A body that does not say its length counts as the largest document.
     */
    @WithDefault("134217728")
    long maxBytesInFlight();

    /** Largest document in bytes; not more than the topics were laid out for, 33554432. */
    @WithDefault("33554432")
    int maxDocumentBytes();

    /** Largest text in bytes of UTF-8; not more than the topics were laid out for, 4194304. */
    @WithDefault("4194304")
    int maxTextBytes();

    /** How long a sender waits for the broker's acknowledgement. */
    @WithDefault("10s")
    Duration brokerTimeout();

    /** After how many seconds a sender should come again. */
    @WithDefault("2")
    int retryAfterSeconds();
}
