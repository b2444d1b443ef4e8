package dev.zhibiao.ingest.publish;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import dev.zhibiao.stage.StageMeters;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/** Waits for a broker that is away and for a free parser: what comes from Kafka has no sender who could come again. */
@ApplicationScoped
class Patience {

    private static final long PAUSE_MILLIS = 1000;

    private final StageMeters meters;
    private volatile boolean stopped;

    Patience(StageMeters meters) {
        this.meters = meters;
    }

    /**
     * Repeats the work while it fails with {@code broker-unavailable} or {@code overloaded}; other refusals pass.
     *
     * @throws RefusedException {@code broker-unavailable} only while stopping
     */
    void untilTheBrokerAnswers(Runnable work) {
        while (true) {
            try {
                work.run();
                return;
            } catch (RefusedException e) {
                boolean passes = e.problem() == Problem.BROKER_UNAVAILABLE || e.problem() == Problem.OVERLOADED;
                if (!passes) {
                    throw e;
                }
                if (stopped || !pause()) {
                    throw new RefusedException(Problem.BROKER_UNAVAILABLE, "stopping: " + e.detail());
                }
                meters.retried(e.problem());
            }
        }
    }

    /** Whether to go on. */
    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }
}
