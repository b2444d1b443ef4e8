package dev.zhibiao.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Submits files over HTTP, a few at a time; the next is looked for only when there is a place for it. */
final class Submitter {

    /** Half of what ingest answers at the same time. */
    static final int AT_ONCE = 8;

    private interface Work<T> {
        void on(T item) throws InterruptedException;
    }

    private final IngestClient client;
    private final int atOnce;

    /**
     * Submits to this address, without a key.
     *
     * @param ingest without {@code /reports}
     */
    Submitter(URI ingest) {
        this(new IngestClient(ingest, null), AT_ONCE);
    }

    /**
     * Submits through a client.
     *
     * @param atOnce files that are under way at the same time, at least 1
     */
    Submitter(IngestClient client, int atOnce) {
        this.client = client;
        this.atOnce = atOnce;
    }

    /** The outcomes in the order of the files; {@code each} hears of them one at a time as they come. */
    List<Outcome> submit(List<Path> files, Consumer<Outcome> each) {
        Outcome[] outcomes = new Outcome[files.size()];
        pull(IntStream.range(0, files.size()).iterator(), i -> {
            Outcome outcome = client.submit(files.get(i));
            synchronized (outcomes) {
                outcomes[i] = outcome;
                each.accept(outcome);
            }
        });
        return Arrays.asList(outcomes);
    }

    /** However many files there are; {@code each} hears of the outcomes one at a time as they come. */
    void submit(Iterator<Path> files, Consumer<Outcome> each) {
        Object oneAtATime = new Object();
        pull(files, file -> {
            Outcome outcome = client.submit(file);
            synchronized (oneAtATime) {
                each.accept(outcome);
            }
        });
    }

    private <T> void pull(Iterator<T> items, Work<T> work) {
        ExecutorService workers = Executors.newFixedThreadPool(atOnce, task -> {
            Thread thread = new Thread(task, "submit");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                running.add(workers.submit(() -> {
                    for (T item = next(items); item != null; item = next(items)) {
                        work.on(item);
                    }
                    return null;
                }));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while submitting");
        } finally {
            workers.shutdownNow();
        }
    }

    private static <T> @Nullable T next(Iterator<T> items) {
        synchronized (items) {
            try {
                return items.next();
            } catch (NoSuchElementException e) {
                return null;
            }
        }
    }
}
