package dev.zhibiao.extract.stream;

import dev.zhibiao.events.Observation;
import dev.zhibiao.events.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
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

    private static final String STAGE = "stage";
    private static final String EXTRACT = "extract";
    private static final String CODE = "code";
    /** All that an observation's {@code measure} may be. */
    private static final List<String> MEASURES = List.of("level", "growth", "change", "multiple", "rank");
    /** Milliseconds; the last is the time limit of one report. */
    private static final long[] BOUNDS = {5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000};

    private final MeterRegistry registry;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Timer extracted;
    private final Timer failed;

    ExtractMeters(MeterRegistry registry) {
        this.registry = registry;
        this.extracted = seconds("extracted");
        this.failed = seconds("failed");
        Gauge.builder("zhibiao.in.flight", inFlight, AtomicInteger::get)
                .tag(STAGE, EXTRACT)
                .description("Reports being worked on")
                .register(registry);
        MEASURES.forEach(this::observations);
        for (Problem problem : Problem.values()) {
            failures(problem);
        }
        retries(Problem.INTERNAL);
    }

    /** One report under way; to be ended once. */
    final class Reading {

        private final long began = System.nanoTime();

        private Reading() {
            inFlight.incrementAndGet();
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
            inFlight.decrementAndGet();
            timer.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    Reading begin() {
        return new Reading();
    }

    /** A record went to {@code reports.failed}. */
    void failed(Problem problem) {
        failures(problem).increment();
    }

    /** The same report is tried once more. */
    void retried(Problem problem) {
        retries(problem).increment();
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
        return Counter.builder("zhibiao.observations.found")
                .tag("measure", measure)
                .description("Observations found in reports")
                .register(registry);
    }

    private Counter failures(Problem problem) {
        return Counter.builder("zhibiao.failures")
                .tag(STAGE, EXTRACT)
                .tag(CODE, problem.code())
                .description("Records given up")
                .register(registry);
    }

    private Counter retries(Problem problem) {
        return Counter.builder("zhibiao.retries")
                .tag(STAGE, EXTRACT)
                .tag(CODE, problem.code())
                .description("Further tries of the same record")
                .register(registry);
    }
}
