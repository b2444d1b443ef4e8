package dev.zhibiao.store.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.catalogue.Direction;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AimTest {

    @ParameterizedTest(name = "{0} {1} {2} {3} with {5}: {6}")
    @CsvSource({
        // what was promised: measure, comparator, value, upper end, direction; what was reached; whether that keeps it
        "growth, '=', 6, , UP, 6, true",
        "growth, '=', 6, , UP, 5.9, false",
        "growth, '~', 6, , UP, 5.5, true",
        "growth, '~', 6, , UP, 5.4, false",
        "growth, '=', 6, 6.5, UP, 6.2, true",
        "growth, '=', 6, 6.5, UP, 7, true",
        "growth, '>=', 6, , DOWN, 6, true",
        "growth, '>', 6, , UP, 6, false",
        "growth, '=', -3, , UP, -3.1, true",
        "growth, '=', -3, , UP, -2.9, false",
        "level, '=', 3, , DOWN, 2.8, true",
        "level, '<=', 5.5, , UP, 5.6, false",
        "level, '<', 5.5, , UP, 5.5, false",
        "level, '=', 40, , NONE, 40.4, true",
        "level, '=', 40, , NONE, 42, false",
        "level, '=', 40, 45, NONE, 42, true",
        "rank, '=', 10, , UP, 8, true",
        "rank, '=', 10, , UP, 11, false"
    })
    void isMetByWhatThePromiseMeant(
            String measure,
            String comparator,
            BigDecimal value,
            @Nullable BigDecimal max,
            Direction direction,
            BigDecimal reached,
            boolean met) {
        Figure target = new Figure(
                value,
                max,
                "%",
                comparator,
                "target",
                "某项",
                value.toString(),
                "某项。",
                false,
                "id",
                "report",
                0,
                1,
                "1-aaaa");
        assertThat(Aim.of(target, measure, direction).isMet(target, reached, BigDecimal.ONE))
                .isEqualTo(met);
    }
}
