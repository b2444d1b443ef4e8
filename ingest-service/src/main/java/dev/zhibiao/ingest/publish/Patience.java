package dev.zhibiao.ingest.publish;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/** Waits for a broker that is away: what comes from Kafka has no sender who could come again. */
@ApplicationScoped
class Patience {

    private static final long PAUSE_MILLIS = 1000;

    private volatile boolean stopped;

    /** Repeats the work while it fails with {@code broker-unavailable}; other refusals pass. */
    void untilTheBrokerAnswers(Runnable work) {
        while (true) {
            try {
                work.run();
                return;
            } catch (RefusedException e) {
                if (e.problem() != Problem.BROKER_UNAVAILABLE || stopped) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static void pause(RefusedException reason) {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }
}
