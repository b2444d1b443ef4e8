package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.testing.Scrape;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each seeded mistake is found, and nothing is that is right. */
class ExposedTest {

    private final Exposed exposed = new Exposed();

    @BeforeEach
    void scrape() {
        exposed.scraped("extract-service", Scrape.of("""
                        zhibiao_failures_total{code="internal",stage="extract"} 0.0
                        zhibiao_failures_total{code="malformed-event",stage="extract"} 1.0
                        zhibiao_extract_seconds_bucket{outcome="extracted",le="+Inf"} 1.0
                        """));
        exposed.known("kafka_consumergroup_lag", Set.of("consumergroup", "topic"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum by (stage, pod) (rate(zhibiao_failures_total{code=~\"internal|malformed-event\"}[5m]))",
                "histogram_quantile(0.5, sum by (le) (rate(zhibiao_extract_seconds_bucket[5m])))",
                "up{job=\"extract-service\",namespace=\"zhibiao\"} == 0",
                "kafka_consumergroup_lag{consumergroup=~\"extract-service|any\"} > 0",
                "zhibiao_failures_total{code!=\"internal\"}"
            })
    void findsNothingWrongWithWhatIsThere(String query) {
        assertThat(exposed.missing(PromQl.of(query))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "rate(zhibiao_failure_total[5m]) # no metric zhibiao_failure_total",
                "rate(zhibiao_failures[5m]) # no metric zhibiao_failures",
                "zhibiao_failures_total{status=\"internal\"} # no label status at zhibiao_failures_total",
                "zhibiao_failures_total{code=~\"internal|malformed\"} # no code=\"malformed\" at zhibiao_failures_total",
                "zhibiao_failures_total{stage=\"ingest\"} # no stage=\"ingest\" at zhibiao_failures_total",
                "sum by (reason) (zhibiao_failures_total) # no label reason to group by",
                "up{job=\"extract\"} # no job=\"extract\" at up",
                "kafka_consumergroup_lag{group=\"extract-service\"} # no label group at kafka_consumergroup_lag"
            })
    void findsEverySeededMistake(String query, String mistake) {
        assertThat(exposed.missing(PromQl.of(query))).contains(mistake);
    }

    @Test
    void findsValuesThatNeverComeTogether() {
        exposed.scraped("ingest-service", Scrape.of("zhibiao_failures_total{code=\"empty\",stage=\"ingest\"} 0.0"));
        assertThat(exposed.missing(PromQl.of("zhibiao_failures_total{code=\"empty\",stage=\"extract\"}")))
                .hasSize(1);
    }
}
