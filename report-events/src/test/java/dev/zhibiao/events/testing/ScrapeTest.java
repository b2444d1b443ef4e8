package dev.zhibiao.events.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScrapeTest {

    private static final Scrape SCRAPE = Scrape.of("""
            # HELP a_total Something
            # TYPE a counter
            a_total{code="x \\"y}",stage="one"} 2.0 # {span_id="b3",trace_id="84"} 1.0 1795643140.561
            a_total{code="z",stage="one"} 3.0
            b_bucket{le="+Inf"} 1.5E3
            c NaN
            # EOF
            """);

    @Test
    void readsNamesLabelsAndValuesAndLeavesExemplarsOut() {
        assertThat(SCRAPE.series()).hasSize(4);
        assertThat(SCRAPE.series().get(0).labels())
                .containsExactly(Map.entry("code", "x \\\"y}"), Map.entry("stage", "one"));
        assertThat(SCRAPE.value("b_bucket", Map.of("le", "+Inf"))).isEqualTo(1500);
        assertThat(SCRAPE.value("c")).isNaN();
    }

    @Test
    void addsUpTheSeriesThatHaveTheLabels() {
        assertThat(SCRAPE.value("a_total", Map.of("stage", "one"))).isEqualTo(5);
        assertThat(SCRAPE.value("a_total", Map.of("code", "z"))).isEqualTo(3);
    }

    @Test
    void complainsOfWhatIsNotThere() {
        assertThatThrownBy(() -> SCRAPE.value("a_total", Map.of("stage", "two")))
                .hasMessageContaining("a_total");
    }
}
