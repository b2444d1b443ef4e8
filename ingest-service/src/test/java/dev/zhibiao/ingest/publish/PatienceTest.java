package dev.zhibiao.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import dev.zhibiao.stage.StageConfig;
import dev.zhibiao.stage.StageMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatienceTest {

    private record Stage(String name, Duration grace) implements StageConfig {}

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Patience patience = new Patience(new StageMeters(registry, new Stage("ingest", Duration.ZERO)));
    private final AtomicInteger tries = new AtomicInteger();

    @ParameterizedTest
    @EnumSource(names = {"BROKER_UNAVAILABLE", "OVERLOADED"})
    void triesAgainWhatPasses(Problem problem) {
        patience.untilTheBrokerAnswers(() -> {
            if (tries.incrementAndGet() < 2) {
                throw new RefusedException(problem, "for the test");
            }
        });
        assertThat(tries).hasValue(2);
        assertThat(registry.get("zhibiao.retries")
                        .tag("code", problem.code())
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void passesOnWhatWouldBeRefusedAgain() {
        assertThatThrownBy(() -> patience.untilTheBrokerAnswers(() -> {
                    tries.incrementAndGet();
                    throw new RefusedException(Problem.ENCRYPTED, "for the test");
                }))
                .hasMessage("for the test");
        assertThat(tries).hasValue(1);
    }

    /** So that the record is not given up but read again after the next start. */
    @Test
    void callsWhatWasOverloadedWhenItStopsUnavailable() {
        patience.stop();
        assertThatThrownBy(() -> patience.untilTheBrokerAnswers(() -> {
                    throw new RefusedException(Problem.OVERLOADED, "no parser was free");
                }))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.BROKER_UNAVAILABLE));
    }
}
