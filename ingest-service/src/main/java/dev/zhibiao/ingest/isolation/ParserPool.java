package dev.zhibiao.ingest.isolation;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.DecodedDocument;
import dev.zhibiao.ingest.document.Parsing;
import dev.zhibiao.ingest.document.RefusedException;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Parses each document in a process that is killed when the document breaks a limit, and replaced. */
@Startup
@ApplicationScoped
public class ParserPool implements Parsing {

    private static final Logger LOG = Logger.getLogger(ParserPool.class);
    private static final long SECONDS_TO_START = 60;
    /** A process that ends by itself may have been another's victim; a document that ends two has done it. */
    private static final int ATTEMPTS = 2;
    /** A machine that had no room for a process may have it soon; one that is built wrong is not kept busy by trying. */
    private static final long SECONDS_TO_NEXT_START = 5;

    private final ParserConfig config;
    private final ParserCommand command;
    private final Seats seats;
    private final LinkedBlockingDeque<ParserProcess> idle = new LinkedBlockingDeque<>();
    private final Set<ParserProcess> living = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor clock = thread("parser-clock");
    private final ScheduledThreadPoolExecutor starter = thread("parser-starter");
    private volatile boolean able;
    private volatile boolean closed;

    @Inject
    ParserPool(ParserConfig config) {
        this(config, ParserCommand.of(config));
    }

    ParserPool(ParserConfig config, ParserCommand command) {
        this.config = config;
        this.command = command;
        this.seats = new Seats(config.processes(), config.slowProcesses());
        for (int i = 0; i < config.processes(); i++) {
            starter.execute(this::prepare);
        }
    }

    private static ScheduledThreadPoolExecutor thread(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /** Whether a process waits for a document, or the last that was started got ready. */
    boolean able() {
        return able || !idle.isEmpty();
    }

    /** How many processes wait for a document. */
    int idle() {
        return idle.size();
    }

    @Override
    public DecodedDocument parse(byte[] document, int textBytes) {
        try (Seats.Seat seat = seats.take(config.patience())) {
            long slowAfter = config.slowAfter().toMillis();
            // Again and again: there may be no other seat now and one later.
            Future<?> way = clock.scheduleWithFixedDelay(seat::makeWay, slowAfter, slowAfter, TimeUnit.MILLISECONDS);
            try {
                return attempt(document, textBytes, 1);
            } finally {
                way.cancel(false);
            }
        }
    }

    private DecodedDocument attempt(byte[] document, int textBytes, int attempt) {
        ParserProcess process = ready();
        AtomicBoolean late = new AtomicBoolean();
        Future<?> end = clock.schedule(
                () -> {
                    late.set(true);
                    process.kill();
                },
                config.timeLimit().toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            DecodedDocument decoded = process.parse(document, textBytes);
            end.cancel(false);
            release(process, late.get());
            return decoded;
        } catch (RefusedException e) {
            end.cancel(false);
            // What went to its limits may have left something behind.
            release(process, late.get() || e.problem() == Problem.LIMIT_EXCEEDED);
            throw e;
        } catch (IOException e) {
            end.cancel(false);
            RefusedException refused = refusal(process, e, late.get());
            discard(process);
            if (refused.problem() == Problem.UNREADABLE && attempt < ATTEMPTS) {
                return attempt(document, textBytes, attempt + 1);
            }
            throw refused;
        }
    }

    /** Why a process ended before it answered. */
    private RefusedException refusal(ParserProcess process, IOException broken, boolean late) {
        if (late) {
            LOG.warnf("stage=ingest parser=killed after=%s", config.timeLimit());
            return new RefusedException(
                    Problem.LIMIT_EXCEEDED,
                    "time: parsing took more than " + config.timeLimit().toSeconds() + " s");
        }
        if (broken instanceof StreamCorruptedException) {
            process.kill();
        }
        int code = process.exitCode();
        LOG.warnf("stage=ingest parser=ended exitCode=%d", code);
        return code == ParserCommand.OUT_OF_MEMORY
                ? new RefusedException(
                        Problem.LIMIT_EXCEEDED, "memory: parsing needs more than " + config.heapMebibytes() + " MiB")
                : new RefusedException(Problem.UNREADABLE, "the parser broke down on it, exit code " + code);
    }

    private ParserProcess ready() {
        for (ParserProcess process = idle.poll(); process != null; process = idle.poll()) {
            if (process.isAlive()) {
                return process;
            }
            discard(process);
        }
        try {
            return start();
        } catch (IOException e) {
            throw new RefusedException(Problem.OVERLOADED, "no parser could be started");
        }
    }

    private ParserProcess start() throws IOException {
        try {
            ParserProcess process = ParserProcess.start(command);
            living.add(process);
            awaitReady(process);
            able = true;
            return process;
        } catch (IOException e) {
            able = false;
            if (!closed) {
                LOG.errorf("stage=ingest parser=unable cause=%s", e.toString());
            }
            throw e;
        }
    }

    private void awaitReady(ParserProcess process) throws IOException {
        try {
            if (closed) {
                // Whoever closes may have missed it.
                throw new IOException("the service stops");
            }
            Future<?> end = clock.schedule(process::kill, SECONDS_TO_START, TimeUnit.SECONDS);
            try {
                process.awaitReady();
            } finally {
                end.cancel(false);
            }
        } catch (IOException | RejectedExecutionException e) {
            living.remove(process);
            process.close();
            throw new IOException("no parser got ready", e);
        }
    }

    private void release(ParserProcess process, boolean suspect) {
        if (suspect || process.documents() >= config.documentsPerProcess() || idle.size() >= config.processes()) {
            discard(process);
        } else {
            idle.push(process);
        }
    }

    private void discard(ParserProcess process) {
        living.remove(process);
        process.close();
        if (!closed) {
            starter.execute(this::prepare);
        }
    }

    /** So that the next document need not wait for a process to start. */
    private void prepare() {
        if (closed || idle.size() >= config.processes()) {
            return;
        }
        try {
            idle.add(start());
        } catch (IOException e) {
            // Said already. Not left to the next document: while the service is not ready, none comes.
            startLater();
        }
    }

    private void startLater() {
        try {
            starter.schedule(this::prepare, SECONDS_TO_NEXT_START, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            // The service stops.
        }
    }

    @PreDestroy
    void close() {
        closed = true;
        starter.shutdownNow();
        clock.shutdownNow();
        living.forEach(ParserProcess::close);
    }
}
