package dev.zhibiao.extract.grammar.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "千瓦时电, 千瓦时, MEASURE",
        "千瓦机组, 千瓦, MEASURE",
        "个百分点, 个百分点, POINTS",
        "个项目, 个, COUNT",
        "微克/立方米, 微克/立方米, MEASURE",
        "元/吨, 元/吨, MEASURE",
        "人次, 人次, COUNT",
        "号线, 号线, ORDER"
    })
    void takesTheLongestUnit(String words, String unit, UnitKind kind) {
        assertThat(Units.at(words, 0)).isNotNull().satisfies(u -> {
            assertThat(u.text()).isEqualTo(unit);
            assertThat(u.kind()).isEqualTo(kind);
        });
    }

    @Test
    void knowsNoUnitInOrdinaryWords() {
        assertThat(Units.at("发展", 0)).isNull();
    }
}
