package dev.zhibiao.extract.stream;

import dev.zhibiao.events.Observation;
import dev.zhibiao.events.Problem;
import dev.zhibiao.stage.StageMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/**
 * What extract counts; docs/metrics.md has the names as they are exposed. Every series of a closed set is there from
 * the start with 0: of a counter that begins with its first event, no rate shows that event.
 */
@Startup
@ApplicationScoped
class ExtractMeters {

    /** All that an observation's {@code measure} may be. */
    private static final List<String> MEASURES = List.of("level", "growth", "change", "multiple", "rank");
    /** Milliseconds; the last is the time limit of one report. */
    private static final long[] BOUNDS = {5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000};

    private final MeterRegistry registry;
    private final StageMeters stage;
    private final Map<String, Counter> observations = new ConcurrentHashMap<>();
    private final Timer extracted;
    private final Timer failed;

    ExtractMeters(MeterRegistry registry, StageMeters stage) {
        this.registry = registry;
        this.stage = stage;
        this.extracted = seconds("extracted");
        this.failed = seconds("failed");
        MEASURES.forEach(this::observations);
        stage.expectRetries(Problem.INTERNAL);
    }

    /** One report under way; to be ended once. */
    final class Reading {

        private final long began = System.nanoTime();

        private Reading() {
            stage.begun(1);
        }

        /** It was read. */
        void extracted(List<Observation> found) {
            end(extracted);
            found.forEach(observation -> observations(observation.measure()).increment());
        }

        /** It was not. */
        void failed() {
            end(failed);
        }

        private void end(Timer timer) {
            stage.ended(1);
            timer.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    Reading begin() {
        return new Reading();
    }

    /** Readings that go on beyond their time; asked at each scrape. */
    void runaways(AtomicInteger running) {
        Gauge.builder("zhibiao.runaway.readings", running, AtomicInteger::get)
                .description("Readings over their time limit that have not ended")
                .strongReference(true)
                .register(registry);
    }

    private Timer seconds(String outcome) {
        return Timer.builder("zhibiao.extract")
                .tag("outcome", outcome)
                .description("From the record to everything found in its report, all tries together")
                .serviceLevelObjectives(
                        LongStream.of(BOUNDS).mapToObj(Duration::ofMillis).toArray(Duration[]::new))
                .register(registry);
    }

    private Counter observations(String measure) {
        return observations.computeIfAbsent(
                measure,
                name -> Counter.builder("zhibiao.observations.found")
                        .tag("measure", name)
                        .description("Observations found in reports")
                        .register(registry));
    }
}
