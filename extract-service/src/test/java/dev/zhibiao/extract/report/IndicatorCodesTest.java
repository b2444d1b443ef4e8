package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.catalogue.UnitDimensions;
import dev.zhibiao.events.Observation;
import dev.zhibiao.extract.grammar.rule.Measure;
import dev.zhibiao.extract.grammar.unit.Unit;
import dev.zhibiao.extract.grammar.unit.Units;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorCodesTest {

    @ParameterizedTest
    @CsvSource({
        "地区生产总值, LEVEL, 元, GDP",
        "生产总值, GROWTH, %, GDP",
        "地区生产总值, MULTIPLE, 倍, GDP",
        "全市实现国内生产总值, LEVEL, 元, GDP",
        "2020年全省完成固定资产投资, LEVEL, 元, FIXED_ASSET_INVESTMENT",
        "一九八五年财政收入, LEVEL, 元, FISCAL_REVENUE",
        "我市的财政收入, LEVEL, 元, FISCAL_REVENUE",
        "规模以上工业企业实现利润, GROWTH, %, ABOVE_SCALE_INDUSTRY_PROFIT",
        "——农民人均纯收入, LEVEL, 元, RURAL_NET_INCOME_PC",
        "（9）实现城镇新增就业, LEVEL, 人, URBAN_NEW_JOBS",
        "新增“四上”企业, LEVEL, 家, FOUR_UP_ENTERPRISES_ADDED",
        "森林覆盖率, CHANGE, 个百分点, FOREST_COVERAGE",
        "农民人均纯收入, CHANGE, 元, RURAL_NET_INCOME_PC",
        "居民消费价格指数, LEVEL, '', CPI"
    })
    void namesTheIndicatorWhateverStandsAroundIt(String phrase, Measure measure, String unit, String code) {
        assertThat(IndicatorCodes.of(phrase, measure, unit)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "地区生产总值增速, RANK, 位, GDP",
        "专利授权量增幅, RANK, 位, PATENTS_GRANTED",
        "居民消费价格涨幅, GROWTH, %, CPI",
        "人口自然增长率, LEVEL, ‰, POPULATION_NATURAL_GROWTH"
    })
    void codesWhatIsRankedOrGrows(String phrase, Measure measure, String unit, String code) {
        assertThat(IndicatorCodes.of(phrase, measure, unit)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "农村固定资产投资, LEVEL, 元",
        "500万元以上固定资产投资, LEVEL, 元",
        "市属固定资产投资, GROWTH, %",
        "高新区地区生产总值, LEVEL, 元",
        "第二产业, GROWTH, %",
        "民营企业完成投资, LEVEL, 元",
        "市区绿化覆盖率, LEVEL, %",
        "完成投资, LEVEL, 元",
        "财政收入占比, LEVEL, %",
        "'', LEVEL, %"
    })
    void hasNoCodeForAnotherPopulationOrAPhraseThatSaysTooLittle(String phrase, Measure measure, String unit) {
        assertThat(IndicatorCodes.of(phrase, measure, unit)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "地区生产总值, LEVEL, %",
        "地区生产总值, LEVEL, 倍",
        "地区生产总值, GROWTH, 元",
        "地区生产总值, CHANGE, 个百分点",
        "地区生产总值增速, LEVEL, %",
        "城镇登记失业率, LEVEL, 人",
        "森林覆盖率, CHANGE, %",
        "居民消费价格指数, LEVEL, %",
        "城镇新增就业, LEVEL, 朵"
    })
    void hasNoCodeWhereTheUnitDoesNotSuit(String phrase, Measure measure, String unit) {
        assertThat(IndicatorCodes.of(phrase, measure, unit)).isNull();
    }

    @Test
    void letsTheUnitDecideBetweenTwoAndLeavesOpenWhatItCannotDecide() {
        assertThat(IndicatorCodes.of("空气质量优良天数", Measure.LEVEL, "天")).isEqualTo("GOOD_AIR_DAYS");
        assertThat(IndicatorCodes.of("空气质量优良天数", Measure.LEVEL, "%")).isEqualTo("GOOD_AIR_SHARE");
        assertThat(IndicatorCodes.of("空气质量优良天数", Measure.GROWTH, "%")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "出口总值, 三区、两市出口总值分别增长, true",
        "发明专利拥有量, 研发投入翻番，万人发明专利拥有量, true",
        "完成工业总产值, 六大支柱产业完成工业总产值, true",
        "高新技术企业, 新增“星火”高新技术企业, true",
        "出口总值, 全市出口总值, false",
        "出口总值, “十四五”时期出口总值, false",
        "出口总值, 2005年全市累计出口总值, false",
        "出口总值, 财政收入和出口总值, false",
        "出口总值, 增长5%，出口总值, false",
        "农村居民人均可支配收入, 城乡居民人均可支配收入, false"
    })
    void seesTheWordThatNarrowsAPhraseFromOutside(String phrase, String before, boolean narrowed) {
        assertThat(IndicatorCodes.isNarrowed(phrase, before)).isEqualTo(narrowed);
    }

    @Test
    void givesObservationsTheirCode() {
        String text = "山谷市2024年政府工作报告\n\n全市地区生产总值达到1200亿元，增长5.5%；山货街生产总值增长4%。\n";
        List<Observation> observations = new ReportExtractor().extract(text).observations();
        assertThat(observations).extracting(Observation::text).containsExactly("1200亿元", "5.5%", "4%");
        assertThat(observations).extracting(Observation::indicatorCode).containsExactly("GDP", "GDP", null);
    }

    /** A unit that the grammar reads otherwise would never reach the catalogue. */
    @Test
    void readsEveryUnitOfTheCatalogueAsOne() {
        assertThat(UnitDimensions.load().units())
                .isNotEmpty()
                .allSatisfy(unit ->
                        assertThat(Units.at(unit, 0)).extracting(Unit::text).isEqualTo(unit));
    }
}
