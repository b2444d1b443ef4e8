package dev.zhibiao.store.page;

import dev.zhibiao.events.Problem;
import dev.zhibiao.store.query.RefusedException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The overview whenever it changed. */
@ApplicationScoped
class Live {

    private static final Logger LOG = Logger.getLogger(Live.class);

    private final Standings standings;
    private final PageConfig page;
    private final AtomicInteger open = new AtomicInteger();

    Live(Standings standings, PageConfig page) {
        this.standings = standings;
        this.page = page;
    }

    /**
     * One viewer's stream: the overview at once, then each change, and the same again as a heartbeat. A database that is
     * away for a while makes it silent, not end.
     *
     * @throws RefusedException {@code overloaded} where there are as many as are allowed
     */
    Multi<Standings.Overview> stream() {
        if (open.incrementAndGet() > page.streams()) {
            open.decrementAndGet();
            throw new RefusedException(Problem.OVERLOADED, "too many pages are watching", null);
        }
        Seen seen = new Seen();
        return Multi.createFrom()
                .ticks()
                .every(page.freshness())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> look())
                .filter(seen::isWorthTelling)
                .onTermination()
                .invoke(open::decrementAndGet);
    }

    private Uni<Standings.Overview> look() {
        return Uni.createFrom()
                .item(standings::overview)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(e ->
                        LOG.warnf("stage=page cannot count: %s", e.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    /** What one viewer was last told, and when. */
    private final class Seen {

        private Standings.@Nullable Overview last;
        private long at;

        boolean isWorthTelling(Standings.Overview now) {
            long time = System.nanoTime();
            if (now.equals(last) && time - at < page.heartbeat().toNanos()) {
                return false;
            }
            last = now;
            at = time;
            return true;
        }
    }
}
