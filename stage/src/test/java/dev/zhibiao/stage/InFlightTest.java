package dev.zhibiao.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waits that would not end fail by their timeout. */
@Timeout(40)
class InFlightTest {

    private final InFlight inFlight = new InFlight(new TestStage("store", Duration.ofHours(1)));
    private final AtomicInteger worked = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Message<String> message = Message.of("甲", () -> {
        acknowledged.incrementAndGet();
        return CompletableFuture.completedFuture(null);
    });

    @Test
    void waitsForWhatHasBegunAndBeginsNothingMore() throws InterruptedException {
        assertThat(inFlight.begin()).isTrue();
        assertThat(inFlight.begin()).isTrue();
        Thread stop = new Thread(this::drain);
        stop.start();
        await().until(() -> stop.getState() == Thread.State.TIMED_WAITING);

        assertThat(inFlight.begin()).isFalse();
        inFlight.end();
        assertThat(stop.isAlive()).isTrue();
        inFlight.end();
        stop.join();
    }

    @Test
    void stopsWhenItsGraceIsOver() {
        InFlight hasty = new InFlight(new TestStage("store", Duration.ofMillis(50)));
        hasty.begin();
        hasty.drain(new ShutdownEvent());
        assertThat(hasty.begin()).isFalse();
    }

    @Test
    void acknowledgesWhatIsDone() {
        assertThat(inFlight.work(message, worked::incrementAndGet)).isCompleted();
        assertThat(worked).hasValue(1);
        assertThat(acknowledged).hasValue(1);
        drain();
    }

    @Test
    void neitherWorksNorAcknowledgesWhileStopping() {
        drain();
        CompletionStage<Void> never = inFlight.work(message, worked::incrementAndGet);
        assertThat(never.toCompletableFuture()).isNotDone();
        assertThat(worked).hasValue(0);
        assertThat(acknowledged).hasValue(0);
    }

    @Test
    void doesNotWaitForWhatFailed() {
        assertThatThrownBy(() -> inFlight.work(message, () -> {
                    throw new IllegalStateException("for the test");
                }))
                .hasMessage("for the test");
        assertThat(acknowledged).hasValue(0);
        drain();
    }

    @Test
    void waitsForTheAcknowledgement() {
        CompletableFuture<Void> later = new CompletableFuture<>();
        CompletionStage<Void> done = inFlight.work(Message.of("乙", () -> later), worked::incrementAndGet);
        Thread stop = new Thread(this::drain);
        stop.start();
        await().until(() -> stop.getState() == Thread.State.TIMED_WAITING);
        later.complete(null);
        await().until(() -> !stop.isAlive());
        assertThat(done).isCompleted();
    }

    private void drain() {
        inFlight.drain(new ShutdownEvent());
    }
}
