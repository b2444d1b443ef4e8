package dev.zhibiao.stage;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * The messages from Kafka, records or batches, that are being worked on. When the service is asked to stop none is begun
 * any more, and those under way are finished and acknowledged before the connector commits and leaves the group: what was
 * begun is not done again elsewhere.
 */
@ApplicationScoped
public class InFlight {

    private static final Logger LOG = Logger.getLogger(InFlight.class);

    private final StageConfig config;
    private int messages;
    private boolean stopping;

    InFlight(StageConfig config) {
        this.config = config;
    }

    /** Does the work and acknowledges the message; while stopping neither, so that it comes again to another. */
    public CompletionStage<Void> work(Message<?> message, Runnable work) {
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

    /** Whether to work on a message; where not, it is not acknowledged either and comes again to another. */
    public synchronized boolean begin() {
        if (!stopping) {
            messages++;
        }
        return !stopping;
    }

    /** A message that was begun is acknowledged, or never will be. */
    public synchronized void end() {
        messages--;
        notifyAll();
    }

    // Fired before the connector stops.
    synchronized void drain(@Observes ShutdownEvent event) {
        stopping = true;
        long began = System.nanoTime();
        long end = began + config.grace().toNanos();
        try {
            for (long left = config.grace().toMillis();
                    messages > 0 && left > 0;
                    left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.infof(
                "stage=%s drained=%b left=%d ms=%d",
                config.name(), messages == 0, messages, (System.nanoTime() - began) / 1_000_000);
    }
}
