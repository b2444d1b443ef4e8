package dev.zhibiao.stage;

import dev.zhibiao.events.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What every stage counts; docs/metrics.md has the names as they are exposed. Every series of a closed set is there from
 * the start with 0: of a counter that begins with its first event, no rate shows that event.
 */
@Startup
@ApplicationScoped
public class StageMeters {

    private final MeterRegistry registry;
    private final String stage;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Map<Problem, Counter> failures = new ConcurrentHashMap<>();
    private final Map<Problem, Counter> retries = new ConcurrentHashMap<>();

    /** For the stage of that name. */
    public StageMeters(MeterRegistry registry, StageConfig config) {
        this.registry = registry;
        this.stage = config.name();
        Gauge.builder("zhibiao.in.flight", inFlight, AtomicInteger::get)
                .tag("stage", stage)
                .description("Reports being worked on")
                .register(registry);
        for (Problem problem : Problem.values()) {
            failures(problem);
        }
    }

    /** What this stage tries again, so that it is counted from 0 on. */
    public void expectRetries(Problem... problems) {
        for (Problem problem : problems) {
            retries(problem);
        }
    }

    /** Work on so many reports has begun. */
    public void begun(int reports) {
        inFlight.addAndGet(reports);
    }

    /** Work on so many reports has ended, well or not. */
    public void ended(int reports) {
        inFlight.addAndGet(-reports);
    }

    /** A record was given up. */
    public void failed(Problem problem) {
        failures(problem).increment();
    }

    /** The same record, or batch of them, is tried once more. */
    public void retried(Problem problem) {
        retries(problem).increment();
    }

    private Counter failures(Problem problem) {
        return failures.computeIfAbsent(problem, p -> counter("zhibiao.failures", p, "Records given up"));
    }

    private Counter retries(Problem problem) {
        return retries.computeIfAbsent(problem, p -> counter("zhibiao.retries", p, "Further tries of the same record"));
    }

    private Counter counter(String name, Problem problem, String description) {
        return Counter.builder(name)
                .tag("stage", stage)
                .tag("code", problem.code())
                .description(description)
                .register(registry);
    }
}
