package dev.zhibiao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IndicatorsTest {

    private static final Indicators INDICATORS = Indicators.load();
    private static final String GRAIN = "GRAIN_OUTPUT\t粮食产量\tOutput of grain\t粮食总产量\tMASS\tUP\tAGRICULTURE\n";

    private static Indicators read(String lines) throws IOException {
        return Indicators.read(new BufferedReader(new StringReader(lines)));
    }

    static Stream<Indicator> indicators() {
        return INDICATORS.all().stream();
    }

    @Test
    void holdsEnoughToStartWith() {
        assertThat(INDICATORS.all()).hasSizeGreaterThanOrEqualTo(150);
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void findsEveryIndicatorByItsCodeItsNameAndItsAliases(Indicator indicator) {
        assertThat(INDICATORS.byCode(indicator.code())).contains(indicator);
        assertThat(INDICATORS.named(indicator.name())).contains(indicator);
        assertThat(indicator.aliases())
                .allSatisfy(alias -> assertThat(INDICATORS.named(alias)).contains(indicator));
    }

    /** The matcher drops quotation marks before it looks a phrase up. */
    @ParameterizedTest
    @MethodSource("indicators")
    void hasNoPhraseThatNoTextCouldName(Indicator indicator) {
        assertThat(Stream.concat(Stream.of(indicator.name()), indicator.aliases().stream()))
                .allSatisfy(phrase -> assertThat(phrase).doesNotContainPattern("[\\s“”\"]"));
    }

    @ParameterizedTest
    @CsvSource({
        "国内生产总值, GDP",
        "市内生产总值, GDP",
        "工农业总产值, INDUSTRY_AGRICULTURE_GROSS_OUTPUT",
        "公共财政预算收入, GENERAL_BUDGET_REVENUE",
        "农民人均纯收入, RURAL_NET_INCOME_PC",
        "农村居民人均可支配收入, RURAL_DISPOSABLE_INCOME_PC"
    })
    void knowsTheNamesOfEveryDecade(String phrase, String code) {
        assertThat(INDICATORS.named(phrase)).extracting(Indicator::code).containsExactly(code);
    }

    @Test
    void givesBothIndicatorsWhereTheUnitDecides() {
        assertThat(INDICATORS.named("空气质量优良天数"))
                .extracting(Indicator::code)
                .containsExactlyInAnyOrder("GOOD_AIR_DAYS", "GOOD_AIR_SHARE");
    }

    @Test
    void knowsNothingOfAPhraseThatNoIndicatorHas() {
        assertThat(INDICATORS.named("农村生产总值")).isEmpty();
        assertThat(INDICATORS.byCode("NONE_SUCH")).isEmpty();
    }

    @Test
    void refusesACodeASecondTime() {
        assertThatThrownBy(() -> read(GRAIN + GRAIN.replace("粮食", "谷物")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("GRAIN_OUTPUT a second time");
    }

    @Test
    void refusesAnAliasASecondTime() {
        assertThatThrownBy(() -> read(GRAIN.replace("粮食总产量", "粮食总产量|粮食总产量")))
                .hasMessage("GRAIN_OUTPUT has 粮食总产量 a second time");
        assertThatThrownBy(() -> read(GRAIN.replace("粮食总产量", "粮食产量")))
                .hasMessage("GRAIN_OUTPUT has 粮食产量 a second time");
    }

    @Test
    void refusesAnAliasOfTwoCodesThatNoUnitTellsApart() {
        assertThatThrownBy(() -> read(GRAIN + "CROPS\t作物产量\tOutput of crops\t粮食总产量\tAREA|MASS\tUP\tAGRICULTURE\n"))
                .hasMessage("粮食总产量 could be GRAIN_OUTPUT or CROPS, whatever its unit");
    }

    @Test
    void takesAnAliasOfTwoCodesWhoseUnitsDiffer() throws IOException {
        Indicators read = read(GRAIN + "CROPS\t作物面积\tArea of crops\t粮食总产量\tAREA\tUP\tAGRICULTURE\n");
        assertThat(read.named("粮食总产量")).extracting(Indicator::code).containsExactly("GRAIN_OUTPUT", "CROPS");
    }

    @Test
    void refusesABlankAndACodeThatIsNone() {
        assertThatThrownBy(() -> read(GRAIN.replace("粮食产量", ""))).hasMessageStartingWith("no indicator");
        assertThatThrownBy(() -> read(GRAIN.replace("粮食产量", "粮食产量 "))).hasMessageStartingWith("no indicator");
        assertThatThrownBy(() -> read(GRAIN.replace("Output of grain", " "))).hasMessageStartingWith("no indicator");
        assertThatThrownBy(() -> read(GRAIN.replace("GRAIN_OUTPUT", "grain"))).hasMessageStartingWith("no indicator");
        assertThatThrownBy(() -> read(GRAIN.replace("GRAIN_OUTPUT", ""))).hasMessageStartingWith("no indicator");
    }

    @Test
    void refusesALineThatLacksACell() {
        assertThatThrownBy(() -> read(GRAIN.replace("\tUP", ""))).hasMessageStartingWith("no indicator");
        assertThatThrownBy(() -> read("\n")).hasMessageStartingWith("no indicator");
    }

    @Test
    void refusesABlankAlias() {
        assertThatThrownBy(() -> read(GRAIN.replace("粮食总产量", "粮食总产量|"))).hasMessageStartingWith("a blank in");
    }

    @Test
    void refusesADimensionADirectionOrATopicThatDoesNotExist() {
        assertThatThrownBy(() -> read(GRAIN.replace("MASS", "WEIGHT")))
                .hasMessageStartingWith("no UnitDimension WEIGHT");
        assertThatThrownBy(() -> read(GRAIN.replace("MASS", ""))).hasMessageStartingWith("a blank in");
        assertThatThrownBy(() -> read(GRAIN.replace("UP", "BETTER"))).hasMessageStartingWith("no Direction BETTER");
        assertThatThrownBy(() -> read(GRAIN.replace("AGRICULTURE", "FARMS")))
                .hasMessageStartingWith("no IndicatorTopic FARMS");
    }

    @Test
    void refusesADimensionASecondTime() {
        assertThatThrownBy(() -> read(GRAIN.replace("MASS", "MASS|MASS"))).hasMessageStartingWith("MASS a second time");
    }
}
