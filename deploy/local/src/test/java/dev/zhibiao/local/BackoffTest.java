package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private final Backoff calm = new Backoff(NOW, () -> 0);

    @Test
    void doublesUpToALimit() {
        assertThat(List.of(1, 2, 3, 4, 20))
                .extracting(attempt -> calm.after(attempt, headers("")).toMillis())
                .containsExactly(250L, 500L, 1000L, 2000L, 30_000L);
    }

    @Test
    void addsARandomPart() {
        assertThat(new Backoff(NOW, () -> 1).after(3, headers(""))).isEqualTo(Duration.ofMillis(1500));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    7,                                7000
                    0,                                250
                    'Fri, 2 Jan 2026 03:04:12 GMT',   7000
                    'Fri, 2 Jan 2026 03:00:00 GMT',   250
                    soon,                             250
                    99999,                            30000
                    """)
    void waitsAtLeastAsLongAsTheServerAsks(String retryAfter, long millis) {
        assertThat(calm.after(1, headers(retryAfter)).toMillis()).isEqualTo(millis);
    }

    private static HttpHeaders headers(String retryAfter) {
        Map<String, List<String>> headers =
                retryAfter.isEmpty() ? Map.of() : Map.of("Retry-After", List.of(retryAfter));
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}
