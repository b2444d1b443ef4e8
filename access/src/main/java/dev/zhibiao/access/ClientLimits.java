package dev.zhibiao.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.zhibiao.events.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * How much one client may ask for: requests at the same time, and a minute. Who asks for more is told so at once; nothing
 * waits inside. Who names no client can only ask for what is open, and has no limit: those are probes and scrapers.
 */
@ApplicationScoped
class ClientLimits {

    /** After the caller is known, which the framework does at 200, and after what its roles allow, at 100. */
    private static final int KNOWN_CALLERS = 50;

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final int MOST_CLIENTS = 10_000;

    /** A request's place among those of its client; given back once, however often that is said. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** What came of asking: a place, or what is said where there is none. */
    sealed interface Answer {}

    record Given(Place place) implements Answer {}

    record Refused(ProblemAnswer problem) implements Answer {}

    private record Share(Semaphore requests, @Nullable Bucket rate) {}

    private final boolean enabled;
    private final AccessConfig.Limits limits;
    private final LoadingCache<String, Share> shares;

    ClientLimits(AccessConfig config) {
        this.enabled = config.enabled();
        this.limits = config.client();
        this.shares = Caffeine.newBuilder()
                .expireAfterAccess(FORGOTTEN_AFTER)
                .maximumSize(MOST_CLIENTS)
                .build(name -> new Share(new Semaphore(limits.maxInFlight()), rate(limits)));
    }

    private static @Nullable Bucket rate(AccessConfig.Limits limits) {
        return limits.perMinute() == 0
                ? null
                : Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(limits.burst()).refillGreedy(limits.perMinute(), Duration.ofMinutes(1)))
                        .build();
    }

    void register(@Observes Filters filters) {
        if (enabled) {
            filters.register(this::judge, KNOWN_CALLERS);
        }
    }

    private void judge(RoutingContext context) {
        if (!(context.user() instanceof QuarkusHttpUser user)
                || user.getSecurityIdentity().isAnonymous()) {
            context.next();
            return;
        }
        Answer answer = take(user.getSecurityIdentity().getPrincipal().getName());
        if (answer instanceof Refused refused) {
            refused.problem().send(context);
        } else if (answer instanceof Given given) {
            giveBack(given.place(), context);
            context.next();
        }
    }

    private static void giveBack(Place place, RoutingContext context) {
        // A stream of events waits more than it works, for as long as somebody looks; it has a limit of its own.
        context.addHeadersEndHandler(start -> {
            String type = context.response().headers().get(HttpHeaders.CONTENT_TYPE);
            if (type != null && type.startsWith(MediaType.SERVER_SENT_EVENTS)) {
                place.close();
            }
        });
        // Also where the connection breaks before the answer.
        context.addEndHandler(end -> place.close());
    }

    /** Asks for a place. */
    Answer take(String client) {
        Share share = shares.get(client);
        if (!share.requests().tryAcquire()) {
            return refused(limits.maxInFlight() + " requests of this client are in flight", ProblemAnswer.SOON);
        }
        AtomicBoolean given = new AtomicBoolean(true);
        Place place = () -> {
            if (given.compareAndSet(true, false)) {
                share.requests().release();
            }
        };
        // Last, so that a request that had no place does not count.
        return withinRate(share, place);
    }

    private Answer withinRate(Share share, Place place) {
        if (share.rate() != null) {
            ConsumptionProbe probe = share.rate().tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                place.close();
                Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
                return refused(
                        "this client may send " + limits.perMinute() + " requests a minute", wait.toSeconds() + 1);
            }
        }
        return new Given(place);
    }

    private static Answer refused(String why, long retryAfterSeconds) {
        return new Refused(new ProblemAnswer(Problem.TOO_MANY_REQUESTS, why, null, retryAfterSeconds));
    }
}
