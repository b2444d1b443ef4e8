package dev.zhibiao.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTest {

    @ParameterizedTest
    @CsvSource({
        "2016-01-01/P5Y, 2016/2020",
        "2023-01-01/P1Y, 2023",
        "2023-01-01/P12M, 2023",
        "2023-01-01/P9M, 2023-01/2023-09",
        "2023-01-01/P6M, 2023-S1",
        "2023-07-01/P6M, 2023-S2",
        "2023-10-01/P3M, 2023-Q4",
        "2023-02-01/P3M, 2023-02/2023-04",
        "2023-05-01/P1M, 2023-05",
        "2022-07-01/P1Y, 2022-07/2023-06",
        "2016/2020, 2016/2020",
        "2020-06-30, 2020-06-30",
        "_U, _U"
    })
    void readsADurationAsThePeriodThatIsStored(String given, String stored) {
        assertThat(given).matches(Periods.PATTERN);
        assertThat(Periods.stored(given)).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "23", "2023-13", "2023-Q5", "2023/", "2023-01-01/P0Y", "2023-01-01/P5W", "2023 "})
    void refusesWhatIsNoPeriod(String given) {
        assertThat(given).doesNotMatch("^(" + Periods.PATTERN + ")$");
    }
}
