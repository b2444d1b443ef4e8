package dev.zhibiao.store.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhibiao.events.MalformedEventException;
import dev.zhibiao.events.Origin;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.ReportMetadata;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankTest {

    @Test
    void putsTheReleaseBeforeTheTime() {
        assertThat(rank("2-a", 1, null)).isGreaterThan(rank("1-a", 9, null));
        assertThat(rank("10-a", 1, null)).isGreaterThan(rank("9-a", 1, null));
        assertThat(rank("2-a", 2, null)).isGreaterThan(rank("2-b", 1, null));
    }

    @Test
    void takesAStepBackForOneOfTheReleaseItReplaces() {
        assertThat(rank("4-a", 3, "5-a")).isGreaterThan(rank("5-a", 2, null)).isLessThan(rank("6-a", 1, null));
        assertThat(rank("7-a", 3, "5-a")).isEqualTo(rank("7-a", 3, null));
    }

    @Test
    void refusesAVersionWithoutARelease() {
        assertThatThrownBy(() -> rank("new", 1, null)).isInstanceOf(MalformedEventException.class);
        assertThatThrownBy(() -> rank("1-a", 1, "")).isInstanceOf(MalformedEventException.class);
    }

    private static long rank(String version, int seconds, @Nullable String over) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(seconds);
        return Rank.of(
                new ReportExtracted(
                        "r",
                        "t",
                        "s",
                        new Origin("text/plain", null, 1, "s", null),
                        null,
                        at,
                        new ReportMetadata(null, null, null, null, "full", null, null, null, null, List.of()),
                        List.of(),
                        List.of(),
                        List.of(),
                        version,
                        at),
                over);
    }
}
