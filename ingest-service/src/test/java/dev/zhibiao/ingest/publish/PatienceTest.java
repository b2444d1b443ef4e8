package dev.zhibiao.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatienceTest {

    private final Patience patience = new Patience();
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
