package dev.zhibiao.ingest.upload;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.zhibiao.ingest.publish.IngestConfig;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * How much may be under way: documents and bytes altogether, documents and requests a minute for each client. What has
 * no place is told so at once; nothing waits inside.
 */
@ApplicationScoped
class Places {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final int MOST_CLIENTS = 10_000;
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
     * @param retryAfterSeconds when it may be worth asking again
     */
    record Answer(@Nullable Place place, String refusal, long retryAfterSeconds) {}

    private record Client(Semaphore documents, @Nullable Bucket requests) {}

    private final IngestConfig config;
    private final Semaphore documents;
    private final Semaphore kibibytes;
    private final LoadingCache<String, Client> clients;

    Places(IngestConfig config) {
        this.config = config;
        this.documents = new Semaphore(config.maxInFlight());
        this.kibibytes = new Semaphore(kibibytes(config.maxBytesInFlight()));
        this.clients = Caffeine.newBuilder()
                .expireAfterAccess(FORGOTTEN_AFTER)
                .maximumSize(MOST_CLIENTS)
                .build(name -> new Client(new Semaphore(config.client().maxInFlight()), bucket(config.client())));
    }

    private static @Nullable Bucket bucket(IngestConfig.ClientLimits limits) {
        return limits.perMinute() == 0
                ? null
                : Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(limits.burst()).refillGreedy(limits.perMinute(), Duration.ofMinutes(1)))
                        .build();
    }

    private static int kibibytes(long bytes) {
        return (int) ((bytes + KIBIBYTE - 1) / KIBIBYTE);
    }

    /**
     * Asks for a place.
     *
     * @param name of the client
     * @param bytes of the document, or as many as it may have where that is not known
     */
    Answer take(String name, long bytes) {
        Client client = clients.get(name);
        if (!client.documents().tryAcquire()) {
            return refused(config.client().maxInFlight() + " documents of this client are in flight");
        }
        int size = kibibytes(bytes);
        if (!documents.tryAcquire()) {
            client.documents().release();
            return refused(config.maxInFlight() + " documents are in flight");
        }
        if (!kibibytes.tryAcquire(size)) {
            documents.release();
            client.documents().release();
            return refused(config.maxBytesInFlight() + " bytes of documents are in flight");
        }
        Place place = () -> {
            kibibytes.release(size);
            documents.release();
            client.documents().release();
        };
        // Last, so that a request that had no place does not count.
        return withinRate(client, place);
    }

    private Answer withinRate(Client client, Place place) {
        if (client.requests() != null) {
            var probe = client.requests().tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                place.close();
                long wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
                return new Answer(
                        null, "this client may send " + config.client().perMinute() + " documents a minute", wait);
            }
        }
        return new Answer(place, "", 0);
    }

    private Answer refused(String why) {
        return new Answer(null, why, config.retryAfterSeconds());
    }
}
