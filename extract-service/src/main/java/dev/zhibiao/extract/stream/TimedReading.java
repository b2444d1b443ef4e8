package dev.zhibiao.extract.stream;

import dev.zhibiao.extract.report.Extraction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads each report in a thread of its own for a limited time. A thread that does not heed its interruption cannot be
 * stopped; it is counted until it ends, and the health check asks for a restart when there are too many.
 */
@ApplicationScoped
class TimedReading {

    private final TextReading reading;
    private final Duration limit;
    private final AtomicInteger runaways = new AtomicInteger();

    TimedReading(TextReading reading, ExtractConfig config, ExtractMeters meters) {
        this.reading = reading;
        this.limit = config.timeLimit();
        meters.runaways(runaways);
    }

    /**
     * Everything found in the text.
     *
     * @throws TimeoutException where reading took longer than the limit
     * @throws ExecutionException with what the reading threw, errors such as a stack overflow included
     */
    Extraction read(String text) throws TimeoutException, ExecutionException, InterruptedException {
        FutureTask<Extraction> task = new FutureTask<>(() -> reading.read(text));
        Thread thread = new Thread(task, "reading");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            countUntilEnded(thread);
            throw e;
        }
    }

    /** Readings over their time that have not ended. */
    int runaways() {
        return runaways.get();
    }

    private void countUntilEnded(Thread thread) {
        runaways.incrementAndGet();
        Thread watch = new Thread(
                () -> {
                    try {
                        thread.join();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        runaways.decrementAndGet();
                    }
                },
                "reading-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
