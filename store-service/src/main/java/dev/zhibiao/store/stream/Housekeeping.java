package dev.zhibiao.store.stream;

import com.mongodb.MongoException;
import dev.zhibiao.store.observation.StaleEditions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Finishes, in the writing role, what was begun and not ended: a change not told, an edition not cleared. */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final Announcer announcer;
    private final StaleEditions stale;
    private final StoreConfig config;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "housekeeping");
        thread.setDaemon(true);
        return thread;
    });

    Housekeeping(Announcer announcer, StaleEditions stale, StoreConfig config) {
        this.announcer = announcer;
        this.stale = stale;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.writing()) {
            clock.scheduleWithFixedDelay(this::round, 0, config.housekeeping().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void round() {
        try {
            announcer.tellWhatWasLeft(config.housekeeping());
            stale.clearAllUnread();
        } catch (MongoException e) {
            LOG.warnf("stage=store housekeeping=later cause=%s", e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.warnf(e, "stage=store housekeeping=later");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }
}
