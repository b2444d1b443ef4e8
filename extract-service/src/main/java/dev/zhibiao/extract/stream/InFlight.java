package dev.zhibiao.extract.stream;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * The records that are being read. When the service is asked to stop none is begun any more, and those under way are read,
 * sent and acknowledged before the connector commits and leaves the group: what was begun is not done again elsewhere.
 */
@ApplicationScoped
class InFlight {

    private static final Logger LOG = Logger.getLogger(InFlight.class);

    private final Duration grace;
    private int records;
    private boolean stopping;

    InFlight(ExtractConfig config) {
        this.grace = config.grace();
    }

    /** Whether the record is to be read; where not, it is not acknowledged either and comes again to another. */
    synchronized boolean begin() {
        if (!stopping) {
            records++;
        }
        return !stopping;
    }

    /** The record is acknowledged, or never will be. */
    synchronized void end() {
        records--;
        notifyAll();
    }

    // Fired before the connector stops.
    synchronized void drain(@Observes ShutdownEvent event) {
        stopping = true;
        long began = System.nanoTime();
        long end = began + grace.toNanos();
        try {
            for (long left = grace.toMillis(); records > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.infof(
                "stage=extract drained=%b left=%d ms=%d",
                records == 0, records, (System.nanoTime() - began) / 1_000_000);
    }
}
