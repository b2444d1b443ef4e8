package dev.zhibiao.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayTest {

    @Test
    void readsBackWhatItWrote() {
        Replay replay = new Replay("run-1", true, "5-0a1b2c3d", 2);
        assertThat(Replay.from(replay.headers())).isEqualTo(replay);
        assertThat(Replay.from(Map.of())).isEqualTo(Replay.NONE);
        assertThat(Replay.NONE.headers()).isEmpty();
    }

    @Test
    void takesACountThatIsNoNumberForNone() {
        assertThat(Replay.from(Map.of("ce_replaycount", "many".getBytes(UTF_8))).count())
                .isZero();
    }

    @Test
    void passesOnTheTraceAndTheReplayAndNothingElse() {
        byte[] value = "x".getBytes(UTF_8);
        assertThat(Replay.passedOn(Map.of("ce_id", value, "ce_replayrun", value, "traceparent", value, "area", value)))
                .containsOnlyKeys("ce_replayrun", "traceparent");
    }
}
