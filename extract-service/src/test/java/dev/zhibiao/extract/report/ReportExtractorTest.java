package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.Observation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportExtractorTest {

    private static final String HEAD = "宁波市海曙区政府工作报告\n2020年1月9日在海曙区第十届人民代表大会第四次会议上\n各位代表：\n一、2019年工作回顾\n";

    private final ReportExtractor extractor = new ReportExtractor();

    @Test
    void givesEveryObservationTheAreaOfItsReport() {
        List<Observation> found = extractor.extract(HEAD + "全区实现地区生产总值66.6亿元。").observations();
        assertThat(found).singleElement().satisfies(o -> {
            assertThat(o.refArea()).isEqualTo("浙江省/宁波市/海曙区");
            assertThat(o.areaCode()).isEqualTo("330203");
            assertThat(o.timePeriod()).isEqualTo("2019");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "浙江省, 1998, 萧山国内生产总值, 浙江省/杭州市/萧山市, 330181",
        "浙江省, 2020, 萧山地区生产总值, 浙江省/杭州市/萧山区, 330109",
        "襄樊市, 2008, 襄阳生产总值, 湖北省/襄樊市/襄阳区, 420607",
        "襄樊市, 2008, 谷城县生产总值, 湖北省/襄樊市/谷城县, 420625",
        "襄阳市, 2020, 谷城县生产总值, 湖北省/襄阳市/谷城县, 420625",
        "德阳市, 2020, 广汉地区生产总值, 四川省/德阳市/广汉市, 510681",
        "湖南省, 2020, 长沙地区生产总值, 湖南省/长沙市, 430100",
        // Three districts of the province bear the name.
        "江苏省, 2020, 鼓楼区地区生产总值, 江苏省, 320000"
    })
    void givesAPartOfTheAreaTheNameAndCodeOfTheReportsYear(
            String area, int year, String indicator, String path, String code) {
        String head = area + "政府工作报告\n" + year + "年1月9日在" + area + "第九届人民代表大会第一次会议上\n各位代表：\n";
        assertThat(extractor.extract(head + indicator + "达到66.6亿元。").observations())
                .singleElement()
                .satisfies(o -> assertThat(o.refArea() + " " + o.areaCode()).isEqualTo(path + " " + code));
    }

    @Test
    void takesTheEpidemicOfALookBackOn2019AsTheYearOfReadingsPast() {
        assertThat(extractor.extract(HEAD + "今年，面对突如其来的疫情，全区上下齐心抗疫。兑现资金4.4亿元。").observations())
                .singleElement()
                .satisfies(o -> assertThat(o.timePeriod() + o.status()).isEqualTo("2020actual"));
    }

    @ParameterizedTest
    @CsvSource({"帮助企业复工复产，兑现资金4.4亿元。, 2020", "党员下沉抗疫一线，组建队伍4支。, 2020", "老旧项目复工4个。, 2019"})
    void takesWhatIsToldOfTheEpidemicInOtherWordsAsOfTheYearOfReading(String words, String year) {
        assertThat(extractor.extract(HEAD + words).observations())
                .singleElement()
                .satisfies(o -> assertThat(o.timePeriod()).isEqualTo(year));
    }

    @Test
    void takesARateOverAPlanAsOfItsEndAndThatOfASumAsOfAllItsYears() {
        String head = "镜海区政府工作报告\n2021年1月9日在镜海区第十届人民代表大会上\n一、“十三五”回顾\n";
        assertThat(extractor
                        .extract(head + "建成区绿化覆盖面积占40%。新增就业完成“十三五”目标数的201%。完成投资66亿元。")
                        .observations())
                .extracting(Observation::timePeriod)
                .containsExactly("2020", "2016/2020", "2016/2020");
    }

    @Test
    void measuresAgainstTheYearBeforeTillAnotherIsNamed() {
        String head = "镜海区政府工作报告\n2021年1月9日在镜海区第十届人民代表大会上\n一、“十三五”回顾\n";
        assertThat(extractor.extract(head + "生产总值比上年增长6%；税收增长7%；投资比2015年增长8%。").observations())
                .extracting(Observation::basePeriod)
                .containsExactly(null, null, "2015");
    }

    @Test
    void givesAShareThePeriodOfWhatItIsAShareOf() {
        String text = "镜海区政府工作报告\n2021年1月9日在镜海区第十届人民代表大会上\n一、“十三五”回顾\n累计投入民生支出237亿元，占一般公共预算支出比重达72%。";
        assertThat(extractor.extract(text).observations())
                .extracting(Observation::timePeriod)
                .containsExactly("2016/2020", "2016/2020");
    }

    @ParameterizedTest
    @CsvSource({
        "一、2020年工作安排, 加快已开工的8个项目建设。, 2019 actual",
        "一、2020年工作安排, 目前还有8个村没有通路。, 2019 actual",
        "一、2020年工作安排, 加快重大项目前期工作8个。, 2020 target",
        "一、2019年工作回顾, 今年我区还将建设学校8所。, 2020 target",
        "一、2019年工作回顾, 市场活跃。今年春节期间接待游客8万人次。, 2020 actual",
        "一、2019年工作回顾, 近日8家企业开工。, 2020 actual",
        "一、2019年工作回顾, 今年集市走进社区，并将在8个街道举办。, 2020 target",
        "一、2019年工作回顾, 与商会签订协议，计划总投资66亿元。, 2019 target",
        "一、2019年工作回顾, 项目进展顺利，完成计划投资66亿元。, 2019 actual",
        "一、2019年工作回顾, 占年度计划投资的66%。, 2019 actual",
        "一、2019年工作回顾, 改革试点，将在册的8个村合并。, 2019 actual"
    })
    void tellsWhatStandsFromWhatIsPlanned(String heading, String sentence, String wanted) {
        String text = "海曙区政府工作报告\n2020年1月9日在海曙区第十届人民代表大会上\n各位代表：\n" + heading + "\n" + sentence;
        assertThat(extractor.extract(text).observations())
                .singleElement()
                .satisfies(o -> assertThat(o.timePeriod() + " " + o.status()).isEqualTo(wanted));
    }

    @ParameterizedTest
    @CsvSource({
        // Read out before the year is over, 今年 is the year looked back on; read out in January, it is that of reading.
        "2019年12月28日, 预计今年实现地区生产总值66.6亿元。, 2019 estimate",
        "2019年12月28日, 今年，预计实现地区生产总值66.6亿元。, 2019 estimate",
        "2020年1月9日, 预计全年实现地区生产总值66.6亿元。, 2019 estimate",
        "2020年1月9日, 今年预计实现地区生产总值66.6亿元。, 2020 estimate"
    })
    void takesWhatALookBackExpectsOfTheYearForAnEstimate(String day, String paragraph, String wanted) {
        String text = "海曙区政府工作报告\n" + day + "在海曙区第十届人民代表大会上\n各位代表：\n一、工作回顾\n建成学校。\n\n" + paragraph;
        assertThat(extractor.extract(text).observations())
                .singleElement()
                .satisfies(o -> assertThat(o.timePeriod() + " " + o.status()).isEqualTo(wanted));
    }

    @Test
    void leavesThePeriodUnknownWhereNothingNamesAYear() {
        assertThat(extractor.extract("毒记录之后，全区有3所学校。").observations())
                .singleElement()
                .satisfies(o -> assertThat(o.timePeriod()).isEqualTo("_U"));
    }

    @Test
    void readsAYearFromTheSentenceWhereTheReportNamesNone() {
        assertThat(extractor.extract("2019年，全区实现地区生产总值66.6亿元。").observations())
                .singleElement()
                .satisfies(o -> assertThat(o.timePeriod()).isEqualTo("2019"));
    }

    @Test
    void countsOffsetsInCodePoints() {
        String text = "𠮷祥。2019年，全区实现地区生产总值66.6亿元。";
        Observation o = extractor.extract(text).observations().get(0);
        int start = text.offsetByCodePoints(0, o.start());
        assertThat(text.substring(start, text.offsetByCodePoints(0, o.end()))).isEqualTo(o.text());
    }

    @ParameterizedTest
    @CsvSource({
        "突破5000亿大关, 500000000000, >",
        "突破5000亿关口, 500000000000, >",
        "迈上千亿新台阶, 100000000000, >=",
        "跨上百亿新台阶, 10000000000, >=",
        "突破千亿, 100000000000, >"
    })
    void takesABareNumberBeforeAStepForMoney(String words, String value, String comparator) {
        assertThat(extractor.extract(HEAD + "全区地区生产总值" + words + "。").observations())
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.indicator()).isEqualTo("地区生产总值");
                    assertThat(o.value()).isEqualByComparingTo(value);
                    assertThat(o.unit()).isEqualTo("元");
                    assertThat(o.comparator()).isEqualTo(comparator);
                });
    }

    @Test
    void findsNothingInATitleAlone() {
        assertThat(extractor.extract("政府工作报告").observations()).isEmpty();
    }

    @Test
    void givesTheTermsOfTheGlossaryAndObservesNothingInThem() {
        String text = HEAD + "全区建成公园5个。\n名词解释\n1.“三园”：指学园3个、家园4个。\n";
        Extraction read = extractor.extract(text);
        assertThat(read.observations()).extracting(Observation::text).containsExactly("5个");
        assertThat(read.glossary()).singleElement().satisfies(t -> {
            assertThat(t.term()).isEqualTo("“三园”");
            assertThat(t.explanation()).isEqualTo("指学园3个、家园4个。");
            assertThat(text.substring(t.start(), t.end())).isEqualTo(t.explanation());
            assertThat(t.termStart()).isEqualTo(text.indexOf("“三园”"));
            assertThat(t.termEnd()).isEqualTo(text.indexOf("“三园”") + 4);
        });
    }

    @Test
    void observesNothingInWhatSurroundsAWebPage() throws Exception {
        String text = MetadataReaderTest.lookAlike("county-web-page.txt");
        assertThat(extractor.extract(text).observations())
                .allSatisfy(o -> assertThat(text.substring(o.start(), o.end())).isEqualTo(o.text()))
                .extracting(Observation::text)
                .containsExactly("8.1%", "12个", "36.5&nbsp;亿元", "1200万人次", "5</b>所", "8%");
    }

    @Test
    void readsAcrossThePageEndsOfAScan() throws Exception {
        assertThat(extractor
                        .extract(MetadataReaderTest.lookAlike("city-scan.txt"))
                        .observations())
                .extracting(Observation::text)
                .containsExactly("４５０．３亿元", "１４．２％", "６０亿元", "３２０公里", "１９８亿元", "１３％");
    }
}
