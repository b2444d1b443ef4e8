package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromQlTest {

    @Test
    void tellsMetricsFromFunctionsAndLabels() {
        PromQl query =
                PromQl.of("histogram_quantile(0.95, sum by (le, topic) (rate(a_bucket{x=\"1\",y=~\"b|}c\"}[5m])))"
                        + " > 60 unless on (pod) count(up == 1) > 0");
        assertThat(query.selectors())
                .containsExactly(
                        new PromQl.Selector(
                                "a_bucket",
                                List.of(new PromQl.Label("x", "=", "1"), new PromQl.Label("y", "=~", "b|}c"))),
                        new PromQl.Selector("up", List.of()));
        assertThat(query.grouping()).containsExactlyInAnyOrder("le", "topic", "pod");
    }

    @Test
    void readsGroupingAfterAndWithoutLabels() {
        PromQl query = PromQl.of("sum(a) by (b) / on () group_left max without (c) (d:e:f offset 5m) - e");
        assertThat(query.selectors()).extracting(PromQl.Selector::metric).containsExactly("a", "d:e:f", "e");
        assertThat(query.grouping()).containsExactlyInAnyOrder("b", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(a", "sum(a))", "sums(a)", "a{b}", "a{b=\"c\"", "a # b"})
    void refusesWhatIsNoQuery(String query) {
        assertThatThrownBy(() -> PromQl.of(query)).isInstanceOf(IllegalArgumentException.class);
    }
}
