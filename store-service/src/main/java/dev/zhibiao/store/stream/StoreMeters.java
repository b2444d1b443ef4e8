package dev.zhibiao.store.stream;

import dev.zhibiao.events.Problem;
import dev.zhibiao.events.Replay;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.Topic;
import dev.zhibiao.stage.StageMeters;
import dev.zhibiao.store.observation.Changes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * What the store counts while it writes; docs/metrics.md has the names as they are exposed. Every series of a closed
 * set is there from the start with 0: of a counter that begins with its first event, no rate shows that event.
 */
@Startup
@ApplicationScoped
class StoreMeters {

    private static final String TOPIC = "topic";
    private static final List<Topic> CONSUMED = List.of(Topic.RECEIVED, Topic.EXTRACTED, Topic.FAILED);
    /** Records; a poll has 20 at most. */
    private static final double[] BATCHES = {1, 2, 5, 10, 20};
    /** Milliseconds. */
    private static final long[] WRITES = {5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000};
    /** Milliseconds; from what one waits for at the page to what a consumer that was at zero has before it. */
    private static final long[] END_TO_END = {
        50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000, 900_000, 3_600_000, 21_600_000
    };

    private final MeterRegistry registry;
    private final StageMeters stage;
    private final Map<String, DistributionSummary> batches = new ConcurrentHashMap<>();
    private final Map<String, Timer> writes = new ConcurrentHashMap<>();
    private final Map<String, Counter> observations = new ConcurrentHashMap<>();
    private final Timer endToEnd;
    private final Counter stored;

    StoreMeters(MeterRegistry registry, StageMeters stage) {
        this.registry = registry;
        this.stage = stage;
        this.endToEnd = Timer.builder("zhibiao.end.to.end")
                .description("From a report's receipt to its observations being there for queries, replays left out")
                .serviceLevelObjectives(durations(END_TO_END))
                .register(registry);
        this.stored = Counter.builder("zhibiao.reports.stored")
                .description("Extractions that became what the store has of a report, replays included")
                .register(registry);
        CONSUMED.forEach(topic -> {
            batches(topic.topicName());
            writes(topic.topicName());
        });
        for (String change : List.of("added", "changed", "withdrawn")) {
            observations(change);
        }
        stage.expectRetries(Problem.STORE_UNAVAILABLE, Problem.INTERNAL);
    }

    /** Writes a batch. */
    void writing(String topic, int records, Runnable work) {
        batches(topic).record(records);
        stage.begun(records);
        long began = System.nanoTime();
        try {
            work.run();
        } finally {
            writes(topic).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            stage.ended(records);
        }
    }

    /** An extraction is what queries find from now on. */
    void stored(ReportExtracted extracted, Changes changes, Replay replay) {
        stored.increment();
        observations("added").increment(changes.added().size());
        observations("changed").increment(changes.changed().size());
        observations("withdrawn").increment(changes.withdrawn().size());
        // Of a replay the receipt may be years ago.
        if (replay.run() == null && replay.count() == 0) {
            endToEnd.record(Duration.between(extracted.receivedAt(), Instant.now()));
        }
    }

    private static Duration[] durations(long[] millis) {
        return LongStream.of(millis).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }

    private DistributionSummary batches(String topic) {
        return batches.computeIfAbsent(
                topic,
                name -> DistributionSummary.builder("zhibiao.batch.size")
                        .baseUnit("records")
                        .tag(TOPIC, name)
                        .description("Records written together")
                        .serviceLevelObjectives(BATCHES)
                        .register(registry));
    }

    private Timer writes(String topic) {
        return writes.computeIfAbsent(
                topic,
                name -> Timer.builder("zhibiao.write")
                        .tag(TOPIC, name)
                        .description(
                                "One batch into the database and what it changed to the broker, waits and tries included")
                        .serviceLevelObjectives(durations(WRITES))
                        .register(registry));
    }

    private Counter observations(String change) {
        return observations.computeIfAbsent(
                change,
                name -> Counter.builder("zhibiao.observations.stored")
                        .tag("change", name)
                        .description("Observations that extractions changed")
                        .register(registry));
    }
}
