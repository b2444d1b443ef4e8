package dev.zhibiao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitConversionsTest {

    private static final UnitConversions CONVERSIONS = UnitConversions.load();

    @ParameterizedTest
    @CsvSource({
        "15, 亩, 公顷, 1",
        "1, 平方公里, 亩, 1500",
        "3000, 公顷, 亩, 45000",
        "2, 吨, 公斤, 2000",
        "1, 担, 公斤, 50",
        "1.5, 公里, 米, 1500",
        "3, 里, 公里, 1.5",
        "25, ‰, %, 2.5",
        "7, 度, 千瓦时, 7",
        "1, 兆瓦, 千瓦, 1000",
        "8, 家, 个, 8",
        "1.20, 元, 元人民币, 1.20",
        "1, 亩, 公顷, 0.0666666666666667"
    })
    void convertsWithinADimension(BigDecimal value, String from, String to, BigDecimal expected) {
        assertThat(CONVERSIONS.convert(value, from, to)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"元, 美元", "元, 亩", "吨, 公里", "元/月, 元/年", "棵, 株"})
    void refusesWhatIsNotTheSame(String from, String to) {
        assertThatThrownBy(() -> CONVERSIONS.convert(BigDecimal.ONE, from, to))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(from)
                .hasMessageContaining(to);
        assertThat(CONVERSIONS.base(from)).isNotEqualTo(CONVERSIONS.base(to));
    }

    @Test
    void staysWithinTheDimensionsOfTheCatalogue() {
        UnitDimensions dimensions = UnitDimensions.load();
        assertThat(CONVERSIONS.units()).isNotEmpty().allSatisfy(unit -> {
            assertThat(dimensions.of(unit)).as(unit).isPresent();
            assertThat(dimensions.of(CONVERSIONS.base(unit))).as(unit).isEqualTo(dimensions.of(unit));
        });
    }

    @Test
    void refusesDuplicatesChainsAndWhatIsNoFactor() {
        assertThatThrownBy(() -> read("a\tb\t1\na\tb\t2\n")).hasMessageContaining("second time");
        assertThatThrownBy(() -> read("a\tb\t1\nb\tc\t2\n")).hasMessageContaining("multiple itself");
        assertThatThrownBy(() -> read("a\tb\t0.5\n")).hasMessageContaining("no conversion");
        assertThatThrownBy(() -> read("a\t\t5\n")).hasMessageContaining("no conversion");
    }

    private static UnitConversions read(String lines) throws Exception {
        return UnitConversions.read(new BufferedReader(new StringReader(lines)));
    }
}
