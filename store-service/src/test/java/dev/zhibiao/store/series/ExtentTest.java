package dev.zhibiao.store.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.store.observation.Fact;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtentTest {

    @ParameterizedTest
    @CsvSource({
        "1.2万亿元, 1200000000000, , 元, =, 11987亿元, 1198700000000, , 元, =",
        "1.2万亿元, 1200000000000, , 元, =, 1.25万亿元, 1250000000000, , 元, =",
        "100家, 100, , 家, >=, 120家, 120, , 家, =",
        "100家, 100, , 家, >=, 90家, 90, , 家, >",
        "3%, 3, , %, <=, 2.9%, 2.9, , %, =",
        "4至6家, 4, 6, 家, =, 5家, 5, , 家, =",
        "120, 120, , 家, ~, 121, 121, , 家, =",
        "3万亩, 30000, , 亩, =, 2000公顷, 2000, , 公顷, ="
    })
    void agreesWhereRoundingBoundsOrRangesAllowIt(
            String a, String v, String max, String u, String c, String b, String w, String max2, String u2, String c2) {
        assertThat(contradict(FactsAsTold.told(a, v, max, u, c), FactsAsTold.told(b, w, max2, u2, c2)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1.2万亿元, 1200000000000, , 元, =, 1.26万亿元, 1260000000000, , 元, =, 60000000000",
        "120.3亿元, 12030000000, , 元, =, 120.4亿元, 12040000000, , 元, =, 10000000",
        "100家, 100, , 家, >=, 95家, 95, , 家, =, -5",
        "100家, 100, , 家, >=, 90家, 90, , 家, <, -10",
        "4至6家, 4, 6, 家, =, 9家, 9, , 家, =, 3",
        "120家, 120, , 家, ~, 122家, 122, , 家, =, 2",
        "2000公顷, 2000, , 公顷, =, 3.2万亩, 32000, , 亩, =, 133.33333333333"
    })
    void contradictsWhereNothingDoesAndSaysByHowMuch(
            String a,
            String v,
            String max,
            String u,
            String c,
            String b,
            String w,
            String max2,
            String u2,
            String c2,
            BigDecimal gap) {
        Fact first = FactsAsTold.told(a, v, max, u, c);
        Fact other = FactsAsTold.told(b, w, max2, u2, c2);
        assertThat(contradict(first, other)).isTrue();
        Units units = Units.of(u, List.of(first, other));
        assertThat(Extent.of(first, units).gapTo(Extent.of(other, units))).isEqualByComparingTo(gap);
    }

    private static boolean contradict(Fact first, Fact other) {
        Units units = Units.of(null, List.of(first, other));
        Extent a = Extent.of(first, units);
        Extent b = Extent.of(other, units);
        assertThat(b.gapTo(a)).isEqualByComparingTo(a.gapTo(b).negate());
        return a.gapTo(b).abs().compareTo(a.tolerance(b)) > 0;
    }
}
