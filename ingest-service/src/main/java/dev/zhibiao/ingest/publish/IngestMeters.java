package dev.zhibiao.ingest.publish;

import dev.zhibiao.events.Problem;
import dev.zhibiao.stage.StageMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * What ingest counts; docs/metrics.md has the names as they are exposed. Every series of a closed set is there from the
 * start with 0: of a counter that begins with its first event, no rate shows that event.
 */
@Startup
@ApplicationScoped
public class IngestMeters {

    private static final String NONE = "none";
    private static final String REPORTS = "zhibiao.reports.in";

    /** How a document came in. */
    public enum Way {
        HTTP,
        KAFKA;

        private String label() {
            return this == HTTP ? "http" : "kafka";
        }
    }

    /** A series of {@link #REPORTS}. */
    private record In(String state, String code, Way way) {}

    private final MeterRegistry registry;
    private final StageMeters stage;
    private final Map<In, Counter> reports = new ConcurrentHashMap<>();
    private final Timer receive;
    private final DistributionSummary size;

    IngestMeters(MeterRegistry registry, StageMeters stage) {
        this.registry = registry;
        this.stage = stage;
        this.receive = Timer.builder("zhibiao.receive")
                .description("From a document's last byte to the broker's acknowledgement, duplicates included")
                .serviceLevelObjectives(
                        millis(5),
                        millis(10),
                        millis(25),
                        millis(50),
                        millis(100),
                        millis(250),
                        millis(500),
                        millis(1000),
                        millis(2500),
                        millis(5000),
                        millis(10_000),
                        millis(30_000))
                .register(registry);
        this.size = DistributionSummary.builder("zhibiao.document.size")
                .baseUnit(BaseUnits.BYTES)
                .description("Documents that were taken")
                .register(registry);
        for (Way way : Way.values()) {
            reports("received", NONE, way);
            reports("duplicate", NONE, way);
            for (Problem problem : Problem.values()) {
                reports("refused", problem.code(), way);
            }
        }
        stage.expectRetries(Problem.BROKER_UNAVAILABLE, Problem.OVERLOADED);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    /** What became of a document that was not refused; the work is timed whether it is or not. */
    Reception receiving(int bytes, Supplier<Reception> work) {
        stage.begun(1);
        long began = System.nanoTime();
        try {
            Reception reception = work.get();
            size.record(bytes);
            return reception;
        } finally {
            receive.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            stage.ended(1);
        }
    }

    /** A document was taken. */
    public void taken(Reception reception, Way way) {
        reports(reception.duplicate() ? "duplicate" : "received", NONE, way).increment();
    }

    /** A document was not taken. */
    public void refused(Problem problem, Way way) {
        reports("refused", problem.code(), way).increment();
    }

    /** How many reports are known; asked at each scrape. */
    void knows(IntSupplier known) {
        Gauge.builder("zhibiao.known.reports", known::getAsInt)
                .description("Ids of reports that this replica knows")
                .strongReference(true)
                .register(registry);
    }

    private Counter reports(String state, String code, Way way) {
        return reports.computeIfAbsent(
                new In(state, code, way),
                in -> Counter.builder(REPORTS)
                        .tag("state", in.state())
                        .tag("code", in.code())
                        .tag("way", in.way().label())
                        .description("Documents that came in, by what became of them")
                        .register(registry));
    }
}
