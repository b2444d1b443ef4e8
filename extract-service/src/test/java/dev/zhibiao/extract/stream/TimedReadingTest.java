package dev.zhibiao.extract.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.zhibiao.stage.StageConfig;
import dev.zhibiao.stage.StageMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

class TimedReadingTest {

    private record Stage(String name, Duration grace) implements StageConfig {}

    @Test
    void asksForARestartWhileReadingsThatCannotBeStoppedGoOn() {
        MeterRegistry registry = new SimpleMeterRegistry();
        CountDownLatch end = new CountDownLatch(1);
        ExtractConfig config = config();
        TimedReading reading = new TimedReading(
                text -> {
                    while (end.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    throw new IllegalStateException("ended");
                },
                config,
                new ExtractMeters(registry, new StageMeters(registry, new Stage("extract", Duration.ZERO))));
        RunawaysCheck check = new RunawaysCheck(reading, config);

        assertThat(check.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThatThrownBy(() -> reading.read("甲")).isInstanceOf(TimeoutException.class);
        assertThat(check.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);

        end.countDown();
        await().until(() -> check.call().getStatus() == HealthCheckResponse.Status.UP);
        assertThat(reading.runaways()).isZero();
    }

    private static ExtractConfig config() {
        return new ExtractConfig() {
            @Override
            public int parallelism() {
                return 1;
            }

            @Override
            public int attempts() {
                return 1;
            }

            @Override
            public Duration timeLimit() {
                return Duration.ofMillis(50);
            }

            @Override
            public int maxRunaways() {
                return 1;
            }
        };
    }
}
