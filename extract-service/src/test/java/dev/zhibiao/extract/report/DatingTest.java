package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each line: a sentence and, of each of its observations, period, status and, where there is one, base. */
class DatingTest {

    private static final String PLAN = "一、“十三五”回顾\n";
    private static final String YEAR = "一、2020年工作回顾\n";

    private static List<String> dated(String chapter, String words) {
        String head = "海曙区政府工作报告\n2021年1月9日在海曙区第十届人民代表大会第一次会议上\n各位代表：\n";
        return new ReportExtractor()
                .extract(head + chapter + words).observations().stream()
                        .map(o -> o.timePeriod() + " " + o.status()
                                + (o.basePeriod() == null ? "" : " / " + o.basePeriod()))
                        .toList();
    }

    @Test
    void measuresWhatIsComparedWithAWholePlanOverThePlanBehindIt() {
        assertThat(dated(PLAN, "水利投资比“十二五”时期增长60%。")).containsExactly("2016/2020 actual / 2011/2015");
        assertThat(dated(PLAN, "水利投资比上一个五年增长60%。")).containsExactly("2016/2020 actual / 2011/2015");
        assertThat(dated(PLAN, "水利投资比“十二五”末增长60%。")).containsExactly("2020 actual / 2015");
        assertThat(dated("一、“十四五”目标\n", "引进资金较“十三五”翻一番。")).containsExactly("2021/2025 target / 2016/2020");
    }

    @Test
    void measuresAgainstTheYearThatSomethingHasFallenSince() {
        assertThat(dated(YEAR, "2015年以来公务用车费用下降19%，其中区本级下降31%。"))
                .containsExactly("2020 actual / 2015", "2020 actual / 2015");
        assertThat(dated(YEAR, "产量创2015年以来新高，销量增长8%。")).containsExactly("2020 actual");
        assertThat(dated(YEAR, "2015年以来，进口比上年增长8%。")).containsExactly("2020 actual");
    }

    @Test
    void expectsWhatGoesOnWithAListOfWhatIsExpected() {
        assertThat(dated(YEAR, "预计，生产总值增长3.6%左右。财政收入增长8%左右，新增企业5家。"))
                .containsExactly("2020 estimate", "2020 estimate", "2020 actual");
        assertThat(dated(YEAR, "预计，生产总值增长3.6%左右。\n财政收入增长8%左右。")).containsExactly("2020 estimate", "2020 actual");
        assertThat(dated(YEAR, "生产总值增长3.6%左右。财政收入增长8%左右。")).containsExactly("2020 actual", "2020 actual");
        assertThat(dated(YEAR, "预计生产总值增长3.6%。其中，第二产业增长4.1%。财政收入增长8%。"))
                .containsExactly("2020 estimate", "2020 estimate", "2020 actual");
    }

    @Test
    void expectsWhatIsHopedForInItsClause() {
        assertThat(dated(YEAR, "新增百亿企业有望达到8户，新增上市企业4家。")).containsExactly("2020 estimate", "2020 actual");
    }

    @Test
    void givesWhatAMeanIsAheadOfTheYearsOfTheMean() {
        assertThat(dated(PLAN, "生产总值年均增长8%，高于全国2个百分点。")).containsExactly("2016/2020 actual", "2016/2020 actual");
        assertThat(dated(PLAN, "森林覆盖率达60%，高于全国30个百分点。")).containsExactly("2020 actual", "2020 actual");
    }

    @Test
    void measuresAgainstTheYearBeforeTheYearsThatAGrowthIsSaidToTake() {
        assertThat(dated(YEAR, "高新技术企业总量两年翻番；新增上市企业8家。")).containsExactly("2020 actual / 2018", "2020 actual");
        assertThat(dated(PLAN, "五年来，能耗累计下降20%。")).containsExactly("2020 actual / 2015");
        assertThat(dated("一、2021年工作安排\n", "“十三五”时期能耗已下降22%。")).containsExactly("2020 actual / 2015");
        assertThat(dated("一、2021年工作安排\n", "今后三年收入每年增长7%。")).containsExactly("2023 target");
        assertThat(dated("一、“十四五”目标\n", "到2025年，生产总值翻一番。")).containsExactly("2025 target / 2020");
    }

    @Test
    void measuresPricesAgainstTheYearBefore() {
        assertThat(dated(PLAN, "居民消费价格上涨1.6%。")).containsExactly("2020 actual");
        assertThat(dated(PLAN, "能耗下降1.6%。")).containsExactly("2020 actual / 2015");
    }

    @Test
    void addsUpWhatThePlansAddUntilTheirEnd() {
        String goals = "一、“十四五”目标\n";
        assertThat(dated(goals, "到2025年，新增学位5万个，城镇化率达到70%。")).containsExactly("2021/2025 target", "2025 target");
        assertThat(dated(goals, "到2025年，工业投资累计完成500亿元，工业产值达到800亿元。"))
                .containsExactly("2021/2025 target", "2025 target");
        assertThat(dated(goals, "到2025年，建设标准厂房50万平方米。")).containsExactly("2021/2025 target");
        assertThat(dated(goals, "到2023年，新增学位5万个。")).containsExactly("2023 target");
        assertThat(dated("一、2021年工作安排\n", "到2025年，新增学位5万个。")).containsExactly("2025 target");
    }

    @Test
    void addsUpOverAPlanWhoIsPoorNoMore() {
        assertThat(dated(PLAN, "贫困人口减少16万人。")).containsExactly("2016/2020 actual");
        assertThat(dated(PLAN, "常住人口减少16万人。")).containsExactly("2020 actual / 2015");
    }

    @Test
    void tellsWhatHasBeenReachedAmongThePlans() {
        assertThat(dated("一、“十四五”目标\n", "人均生产总值已达到2600美元。")).containsExactly("2020 actual");
    }

    @Test
    void takesWhatIsPaidInAYearForNoMeanOverYears() {
        assertThat(dated(PLAN, "全区年平均保障标准达到960元。")).containsExactly("2020 actual");
        assertThat(dated(PLAN, "产值年平均增长8%。")).containsExactly("2016/2020 actual");
    }
}
