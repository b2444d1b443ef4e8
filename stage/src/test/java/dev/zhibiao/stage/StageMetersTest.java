package dev.zhibiao.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StageMetersTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final StageMeters meters = new StageMeters(registry, new TestStage("store", Duration.ZERO));

    @Test
    void countsFailuresOfEveryCodeFromZero() {
        assertThat(registry.get("zhibiao.failures").tag("stage", "store").counters())
                .extracting(counter -> counter.getId().getTag("code"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Problem.values()).map(Problem::code).toList());
        meters.failed(Problem.ENCRYPTED);
        assertThat(count("zhibiao.failures", Problem.ENCRYPTED)).isEqualTo(1);
        assertThat(count("zhibiao.failures", Problem.INTERNAL)).isZero();
    }

    @Test
    void countsRetriesThatAreExpectedFromZeroAndOthersWithTheFirst() {
        meters.expectRetries(Problem.INTERNAL);
        meters.retried(Problem.LIMIT_EXCEEDED);
        assertThat(registry.get("zhibiao.retries").tag("stage", "store").counters())
                .hasSize(2);
        assertThat(count("zhibiao.retries", Problem.INTERNAL)).isZero();
        assertThat(count("zhibiao.retries", Problem.LIMIT_EXCEEDED)).isEqualTo(1);
    }

    @Test
    void showsWhatIsBeingWorkedOn() {
        meters.begun(20);
        meters.ended(19);
        assertThat(registry.get("zhibiao.in.flight")
                        .tag("stage", "store")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    private double count(String name, Problem problem) {
        Counter counter = registry.get(name).tag("code", problem.code()).counter();
        return counter.count();
    }
}
