package dev.zhibiao.store.stream;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Batches from Kafka that are being worked on. When the service is asked to stop none is begun any more, and those under
 * way are finished and acknowledged before the connector commits and leaves the group.
 */
@ApplicationScoped
class InFlight {

    private static final Logger LOG = Logger.getLogger(InFlight.class);

    private final Duration grace;
    private int messages;
    private boolean stopping;

    InFlight(StoreConfig config) {
        this.grace = config.grace();
    }

    /** Does the work and acknowledges the message; while stopping neither, so that it comes again to another. */
    CompletionStage<Void> work(Message<?> message, Runnable work) {
        if (!begin()) {
            return new CompletableFuture<>();
        }
        CompletionStage<Void> acknowledged;
        try {
            work.run();
            acknowledged = message.ack();
        } catch (RuntimeException e) {
            end();
            throw e;
        }
        return acknowledged.whenComplete((done, e) -> end());
    }

    private synchronized boolean begin() {
        if (!stopping) {
            messages++;
        }
        return !stopping;
    }

    private synchronized void end() {
        messages--;
        notifyAll();
    }

    // Fired before the connector stops.
    synchronized void drain(@Observes ShutdownEvent event) {
        stopping = true;
        long began = System.nanoTime();
        long end = began + grace.toNanos();
        try {
            for (long left = grace.toMillis(); messages > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.infof(
                "stage=store drained=%b left=%d ms=%d",
                messages == 0, messages, (System.nanoTime() - began) / 1_000_000);
    }
}
