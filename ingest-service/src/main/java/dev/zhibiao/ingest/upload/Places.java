package dev.zhibiao.ingest.upload;

import dev.zhibiao.ingest.publish.IngestConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** How many documents and bytes may be under way. What has no place is told so at once; nothing waits inside. */
@ApplicationScoped
class Places {

    private static final int KIBIBYTE = 1 << 10;

    /** A request's share of it, to be given back once. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * What came of asking.
     *
     * @param place what was given, if so
     * @param refusal why not, otherwise
     */
    record Answer(@Nullable Place place, String refusal) {}

    private final IngestConfig config;
    private final Semaphore documents;
    private final Semaphore kibibytes;

    Places(IngestConfig config) {
        this.config = config;
        this.documents = new Semaphore(config.maxInFlight());
        this.kibibytes = new Semaphore(kibibytes(config.maxBytesInFlight()));
    }

    private static int kibibytes(long bytes) {
        return (int) ((bytes + KIBIBYTE - 1) / KIBIBYTE);
    }

    /**
     * Asks for a place.
     *
     * @param bytes of the document, or as many as it may have where that is not known
     */
    Answer take(long bytes) {
        int size = kibibytes(bytes);
        if (!documents.tryAcquire()) {
            return refused(config.maxInFlight() + " documents are in flight");
        }
        if (!kibibytes.tryAcquire(size)) {
            documents.release();
            return refused(config.maxBytesInFlight() + " bytes of documents are in flight");
        }
        return new Answer(
                () -> {
                    kibibytes.release(size);
                    documents.release();
                },
                "");
    }

    private static Answer refused(String why) {
        return new Answer(null, why);
    }
}
