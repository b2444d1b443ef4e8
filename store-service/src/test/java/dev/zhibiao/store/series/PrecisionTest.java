package dev.zhibiao.store.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionTest {

    @ParameterizedTest
    @CsvSource({
        "1.2万亿元, 1200000000000, 100000000000",
        "1.20万亿元, 1200000000000, 10000000000",
        "11987亿元, 1198700000000, 100000000",
        "1200亿元, 120000000000, 100000000",
        "'5,960,281,000元', 5960281000, 1",
        "６.１％, 6.1, 0.1",
        "下降14%, -14, 1",
        "二十万亿元, 20000000000000, 10000000000000",
        "三分之一, 33.33, 0.01",
        "0.0%, 0, 1"
    })
    void takesEveryDigitThatIsWritten(String text, String value, BigDecimal step) {
        assertThat(Precision.of(FactsAsTold.told(text, value, null, "元", "=").observation(), false))
                .isEqualByComparingTo(step);
    }

    @ParameterizedTest
    @CsvSource({"1.25, 0.01", "1200, 1"})
    void takesTheDigitsOfACorrection(String value, BigDecimal step) {
        assertThat(Precision.of(FactsAsTold.told("9万亿元", value, null, "元", "=").observation(), true))
                .isEqualByComparingTo(step);
    }
}
