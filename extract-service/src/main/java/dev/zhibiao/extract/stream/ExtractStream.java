package dev.zhibiao.extract.stream;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.EventType;
import dev.zhibiao.events.Problem;
import dev.zhibiao.events.Replay;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.stage.InFlight;
import dev.zhibiao.stage.LogFields;
import dev.zhibiao.stage.StageMeters;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Outgoing;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code reports.received → reports.extracted}. A record is acknowledged when the broker has acknowledged what became
 * of it; as the offsets are committed only up to the first record that is not, a kill at any moment loses nothing.
 */
@ApplicationScoped
class ExtractStream {

    private static final Logger LOG = Logger.getLogger(ExtractStream.class);

    private final ReceivedReports reports;
    private final FailedRecords failed;
    private final StageMeters stage;
    private final ExtractMeters meters;
    private final Traces traces;
    private final InFlight inFlight;
    private final int parallelism;
    private final ExecutorService workers;

    ExtractStream(
            ReceivedReports reports,
            FailedRecords failed,
            ExtractConfig config,
            StageMeters stage,
            ExtractMeters meters,
            Traces traces,
            InFlight inFlight) {
        this.reports = reports;
        this.failed = failed;
        this.stage = stage;
        this.meters = meters;
        this.traces = traces;
        this.inFlight = inFlight;
        this.parallelism = config.parallelism();
        AtomicInteger number = new AtomicInteger();
        this.workers = Executors.newFixedThreadPool(parallelism, task -> {
            Thread thread = new Thread(task, "extract-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The order of reports does not matter: each one's events carry their own times and versions. */
    @Incoming("received")
    @Outgoing("extracted")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    Multi<Message<byte[]>> extract(Multi<Message<byte[]>> records) {
        return records.onItem()
                .transformToUni(in -> Uni.createFrom()
                        .item(() -> work(in))
                        .runSubscriptionOn(workers)
                        .flatMap(step -> step))
                .merge(parallelism);
    }

    /** A record under way: the message to acknowledge, its record, and its trace. */
    private record Taken(Message<byte[]> in, OriginalRecord original, Traces.Step step) {}

    /** What follows the work: the message to send, or nothing once the failure has been sent. */
    private Uni<@Nullable Message<byte[]>> work(Message<byte[]> in) {
        if (!inFlight.begin()) {
            return Uni.createFrom().nothing();
        }
        OriginalRecord original = OriginalRecord.of(in);
        try (Traces.Step step = traces.begin(original);
                LogFields fields = step.logFields()) {
            return work(new Taken(in, original, step));
        }
    }

    private Uni<@Nullable Message<byte[]>> work(Taken taken) {
        try {
            ReportExtracted extracted = extract(taken.original());
            return Uni.createFrom().item(message(extracted, taken));
        } catch (GivenUpException e) {
            return giveUp(taken, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            inFlight.end();
            // Over the grace: neither acknowledged nor failed, so that it comes again.
            return Uni.createFrom().nothing();
        } catch (RuntimeException | StackOverflowError e) {
            return giveUp(
                    taken, new GivenUpException(Problem.INTERNAL, e.getClass().getSimpleName(), true, 1, e));
        }
    }

    private ReportExtracted extract(OriginalRecord original) throws GivenUpException, InterruptedException {
        long began = System.nanoTime();
        ExtractMeters.Reading reading = meters.begin();
        boolean done = false;
        try {
            ReportExtracted extracted = reports.extract(original.value());
            done = true;
            reading.extracted(extracted.observations());
            LOG.infof(
                    "stage=extract reportId=%s observations=%d extractorVersion=%s ms=%d",
                    extracted.reportId(),
                    extracted.observations().size(),
                    extracted.extractorVersion(),
                    (System.nanoTime() - began) / 1_000_000);
            return extracted;
        } finally {
            if (!done) {
                reading.failed();
            }
        }
    }

    private Message<byte[]> message(ReportExtracted extracted, Taken taken) {
        String id = EventType.EXTRACTED.id(
                extracted.reportId(),
                extracted.extractorVersion(),
                extracted.receivedAt().toString());
        Map<String, byte[]> headers =
                OutgoingRecord.headers(EventType.EXTRACTED, id, extracted.reportId(), extracted.extractedAt());
        headers.putAll(Replay.passedOn(taken.original().headers()));
        headers.putAll(taken.step().headers());
        return OutgoingRecord.of(EventJson.write(extracted), extracted.reportId(), headers)
                .withAck(() -> taken.in().ack().whenComplete((acknowledged, e) -> inFlight.end()))
                .withNack(reason -> refused(taken, reason));
    }

    /** The producer tries again by itself for as long as it may help; what comes here would be refused for ever. */
    private CompletionStage<Void> refused(Taken taken, Throwable reason) {
        String detail =
                "the broker refused what was found: " + reason.getClass().getSimpleName();
        try (LogFields fields = taken.step().logFields()) {
            return giveUp(taken, new GivenUpException(Problem.LIMIT_EXCEEDED, detail, false, 1, reason))
                    .replaceWithVoid()
                    .subscribeAsCompletionStage();
        }
    }

    private Uni<@Nullable Message<byte[]>> giveUp(Taken taken, GivenUpException why) {
        taken.step().failed(why.problem().code());
        LOG.warnf(
                why.problem() == Problem.INTERNAL ? Untold.of(why.getCause()) : null,
                "stage=extract reportId=%s code=%s detail=%s attempts=%d",
                taken.original().key(),
                why.problem().code(),
                why.detail(),
                why.attempts());
        Message<byte[]> in = taken.in();
        return failed.send(taken.original(), why, taken.step().headers())
                .onItem()
                .transformToUni(sent -> {
                    stage.failed(why.problem());
                    return Uni.createFrom().completionStage(in::ack);
                })
                .onFailure()
                .recoverWithUni(e -> Uni.createFrom().completionStage(() -> in.nack(e)))
                .onTermination()
                .invoke(inFlight::end)
                .replaceWith(() -> null);
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
