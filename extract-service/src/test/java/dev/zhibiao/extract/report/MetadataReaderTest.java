package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.ReportMetadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataReaderTest {

    private static final String HEAD = """
            # 政 府 工 作 报 告

            2020 年 6 月 13 日在海曙区
            第一届人民代表大会第四次会议上

            代区长 某某

            各位代表：

            一、2019年工作回顾

            全区建成公园5个。

            二、2020年主要目标任务

            我区将建成公园6个，宁波市支持。
            """;

    @Test
    void readsTitleAreaDayAndSpeaker() {
        ReportMetadata read = MetadataReader.read(HEAD);
        assertThat(read.title()).isEqualTo("政府工作报告");
        assertThat(read.refArea()).isEqualTo("浙江省/宁波市/海曙区");
        assertThat(read.areaCode()).isEqualTo("330203");
        assertThat(read.level()).isEqualTo("county");
        assertThat(read.kind()).isEqualTo("full");
        assertThat(read.deliveredOn()).isEqualTo(LocalDate.of(2020, 6, 13));
        assertThat(read.speaker()).isEqualTo("某某");
        assertThat(read.reviewPeriod()).isEqualTo("2019");
        assertThat(read.targetPeriod()).isEqualTo("2020");
        assertThat(read.conflicts()).isEmpty();
    }

    @Test
    void tellsATitleThatContradictsTheBody() {
        ReportMetadata read = MetadataReader.read(
                HEAD.replace("政 府 工 作 报 告", "2020年重庆市江北区政府工作报告").replace("海曙区", "宁波市江北区"));
        assertThat(read.areaCode()).isEqualTo("330205");
        assertThat(read.conflicts()).singleElement().satisfies(c -> {
            assertThat(c.kind()).isEqualTo("area");
            assertThat(c.between()).containsExactly("title: 重庆市江北区", "body: 宁波市江北区");
            assertThat(c.decided()).isEqualTo("宁波市江北区");
        });
    }

    @Test
    void readsYearsInChineseNumerals() {
        ReportMetadata read = MetadataReader.read("政府工作报告\n\n一、二○一九年工作回顾\n\n各位代表，建成公园5个。\n");
        assertThat(read.reviewPeriod()).isEqualTo("2019");
        assertThat(read.targetPeriod()).isEqualTo("2020");
    }

    @Test
    void takesAnAccountWithoutDeputiesForNews() {
        ReportMetadata read = MetadataReader.read("# 海曙 奋进\n\n去年，海曙区建成公园5个，2019年获奖。\n");
        assertThat(read.kind()).isEqualTo("news");
        assertThat(read.targetPeriod()).isEqualTo("2020");
    }

    @Test
    void saysNothingWhereNothingIsSaid() {
        ReportMetadata read = MetadataReader.read("很好。");
        assertThat(read.title()).isNull();
        assertThat(read.refArea()).isNull();
        assertThat(read.targetPeriod()).isNull();
    }

    static String lookAlike(String name) throws IOException {
        try (var bytes = MetadataReaderTest.class.getResourceAsStream(name)) {
            assertThat(bytes).as(name).isNotNull();
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static ReportMetadata head(String... lines) {
        return MetadataReader.read(String.join("\n", lines) + "\n各位代表：\n一、2021年工作回顾\n全县建成公园5个。\n");
    }

    @Test
    void readsACountysReportOffItsWebPage() throws IOException {
        ReportMetadata read = MetadataReader.read(lookAlike("county-web-page.txt"));
        assertThat(read.title()).isEqualTo("2022年安溪县人民政府工作报告");
        assertThat(read.refArea()).isEqualTo("福建省/泉州市/安溪县");
        assertThat(read.deliveredOn()).isEqualTo(LocalDate.of(2022, 1, 5));
        assertThat(read.speaker()).isEqualTo("王小明");
        assertThat(read.reviewPeriod()).isEqualTo("2021");
        assertThat(read.conflicts()).isEmpty();
    }

    @Test
    void readsAScanInFullWidthDigits() throws IOException {
        ReportMetadata read = MetadataReader.read(lookAlike("city-scan.txt"));
        assertThat(read.title()).isEqualTo("政府工作报告");
        assertThat(read.areaCode()).isEqualTo("330282");
        assertThat(read.deliveredOn()).isEqualTo(LocalDate.of(2007, 1, 16));
        assertThat(read.speaker()).isEqualTo("徐明夫");
        assertThat(read.targetPeriod()).isEqualTo("2007");
    }

    @Test
    void saysNothingThatANewspapersSecondPageDoesNotSay() throws IOException {
        ReportMetadata read = MetadataReader.read(lookAlike("newspaper-page.txt"));
        assertThat(read.title()).isNull();
        assertThat(read.refArea()).isNull();
        assertThat(read.deliveredOn()).isNull();
        assertThat(read.speaker()).isNull();
        assertThat(read.kind()).isEqualTo("full");
        assertThat(read.targetPeriod()).isEqualTo("2023");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1993年德清县政府工作报告1993年德清县政府工作报告|1993年德清县政府工作报告",
                "2022年政府工作报告_德清县人民政府|2022年政府工作报告",
                "政府工作报告[^1]|政府工作报告",
                "政府工作报告（摘要）|政府工作报告（摘要）",
                "# 政 府 工 作 报 告|政府工作报告",
                "关于德清县第七个五年计划的报告|关于德清县第七个五年计划的报告"
            })
    void givesTheTitleAsPrinted(String line, String title) {
        assertThat(head(line).title()).isEqualTo(title);
    }

    @Test
    void takesAReportWithItsSessionLineForOneEvenWithoutTheDeputies() {
        assertThat(MetadataReader.read("2022年1月5日在德清县第十七届人民代表大会第一次会议上\n县长 周齐\n一、五年工作的回顾\n建成公园5个。\n")
                        .kind())
                .isEqualTo("full");
    }

    @Test
    void joinsATitleInTwoLinesAndTakesTheFrontMattersWhereTheTextHasNone() {
        assertThat(head("德清县人民政府", "工作报告").title()).isEqualTo("德清县人民政府工作报告");
        assertThat(head("---", "source: x", "title: 2022年德清县政府工作报告", "---").title())
                .isEqualTo("2022年德清县政府工作报告");
        assertThat(head("---", "title: 2022年德清县政府工作报告", "---", "政府工作报告").title())
                .isEqualTo("政府工作报告");
    }

    @Test
    void takesTheHeadlineOfANewspaper() {
        ReportMetadata read = MetadataReader.read(
                "奋楫笃行 余姚再启新程\n本报讯（记者 李明）昨天，余姚市人民代表大会开幕。市长周齐代表市人民政府作工作报告。去年，余姚市新建公园5个。2024年，余姚市生产总值预期增长6%。");
        assertThat(read.title()).isEqualTo("奋楫笃行余姚再启新程");
        assertThat(read.kind()).isEqualTo("news");
        assertThat(read.speaker()).isEqualTo("周齐");
        assertThat(read.targetPeriod()).isEqualTo("2024");
    }

    @Test
    void takesAReportReadInNovemberOrDecemberForOneOfTheNextYear() {
        ReportMetadata december = head("德清县2022年政府工作报告", "2021年12月30日在德清县第十七届人民代表大会上");
        assertThat(december.reviewPeriod()).isEqualTo("2021");
        assertThat(december.targetPeriod()).isEqualTo("2022");
        assertThat(december.conflicts()).isEmpty();
        ReportMetadata november =
                MetadataReader.read("政府工作报告\n2016年11月10日在德清县第十六届人民代表大会第一次会议上\n各位代表：\n一、过去五年工作回顾\n五年来，建成公园5个。\n");
        assertThat(november.reviewPeriod()).isEqualTo("2016");
        assertThat(november.targetPeriod()).isEqualTo("2017");
    }

    @Test
    void takesTheYearThatATitleLooksBackOnForThat() {
        ReportMetadata read =
                MetadataReader.read("2020年德清县政府工作报告\n各位代表：\n一、2020年工作回顾\n建成公园5个。\n二、2021年工作安排\n建成公园6个。\n");
        assertThat(read.reviewPeriod()).isEqualTo("2020");
        assertThat(read.targetPeriod()).isEqualTo("2021");
        assertThat(read.conflicts()).isEmpty();
    }

    @Test
    void tellsAreasOfOneNameApartByTheYearOfTheReport() {
        String text = "毕节市政府工作报告\n%d年1月19日在毕节市第一届人民代表大会上\n各位代表：\n全市建成公园5个。\n";
        assertThat(MetadataReader.read(text.formatted(2009)).areaCode()).isEqualTo("522401");
        assertThat(MetadataReader.read(text.formatted(2016)).areaCode()).isEqualTo("520500");
        assertThat(MetadataReader.read("鄞县政府工作报告\n1998年2月1日在鄞县第十二届人民代表大会上\n各位代表：\n")
                        .refArea())
                .isEqualTo("浙江省/宁波市/鄞县");
    }

    @Test
    void knowsTheNationAndATown() {
        ReportMetadata nation = MetadataReader.read("政府工作报告\n——1987年3月25日在第六届全国人民代表大会第五次会议上\n国务院总理　周齐\n各位代表：\n");
        assertThat(nation.refArea()).isEqualTo("中国");
        assertThat(nation.areaCode()).isEqualTo("100000");
        assertThat(nation.level()).isEqualTo("national");
        ReportMetadata town = MetadataReader.read("政府工作报告\n——2022年1月5日在宁波市海曙区横街镇第十九届人民代表大会第一次会议上\n镇长 周齐\n各位代表：\n");
        assertThat(town.refArea()).isEqualTo("浙江省/宁波市/海曙区/横街镇");
        assertThat(head("政府工作报告", "2022年1月5日在德清县新市镇第十九届人民代表大会上").refArea()).isEqualTo("浙江省/湖州市/德清县/新市镇");
        assertThat(town.areaCode()).isNull();
        assertThat(town.level()).isEqualTo("township");
    }

    @Test
    void tellsDatesAndSpeakersThatCannotBothBe() {
        ReportMetadata read = head("德清县政府工作报告（2022年1月4日 李明）", "2022年1月5日在德清县第十七届人民代表大会第一次会议上", "县长 周齐");
        assertThat(read.conflicts())
                .containsExactly(
                        new ReportMetadata.Conflict(
                                "date", java.util.List.of("title: 2022-01-04", "session: 2022-01-05"), "2022-01-05"),
                        new ReportMetadata.Conflict("speaker", java.util.List.of("title: 李明", "head: 周齐"), "周齐"));
    }

    @Test
    void tellsAYearThatCannotBe() {
        ReportMetadata titled = head("2018年德清县政府工作报告", "2022年1月5日在德清县第十七届人民代表大会第一次会议上");
        assertThat(titled.conflicts())
                .containsExactly(
                        new ReportMetadata.Conflict("year", java.util.List.of("title: 2018", "date: 2022"), "2022"));
        ReportMetadata planned =
                MetadataReader.read("政府工作报告\n2012年1月5日在德清县第十七届人民代表大会第一次会议上\n各位代表：\n二、2022年主要目标任务\n2022年工作的总体要求是稳。\n");
        assertThat(planned.conflicts())
                .containsExactly(
                        new ReportMetadata.Conflict("year", java.util.List.of("date: 2012", "body: 2022"), "2012"));
    }

    @Test
    void tellsNoContradictionBetweenACityAndItsProvince() {
        assertThat(head("浙江省2022年政府工作报告", "2022年1月5日在湖州市德清县第十七届人民代表大会第一次会议上").conflicts())
                .isEmpty();
    }
}
