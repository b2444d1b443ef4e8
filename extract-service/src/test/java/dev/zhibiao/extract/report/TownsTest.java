package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TownsTest {

    private static final String HEAD = "宁波市海曙区政府工作报告\n2020年1月9日在海曙区第十届人民代表大会第四次会议上\n各位代表：\n一、2019年工作回顾\n";

    private final ReportExtractor extractor = new ReportExtractor();

    @ParameterizedTest
    @CsvSource({
        "清理河道、柳塘街道66名干部走访88户家庭。, 柳塘街道, 干部走访",
        "青石镇拆除旧房66处。, 青石镇, 拆除旧房",
        "全区面貌改善；青石镇财政总收入在全省率先突破6.6亿元。, 青石镇, 财政总收入在全省",
        "柳塘乡、青石镇工业总产值达到66亿元。, 柳塘乡、青石镇, 工业总产值"
    })
    void givesTheValuesOfAClauseToTheTownAtItsHead(String words, String town, String indicator) {
        assertThat(extractor.extract(HEAD + words).observations())
                .first()
                .satisfies(o -> assertThat(o.area() + " " + o.indicator()).startsWith(town + " " + indicator))
                // No list has towns: the code stays that of what they belong to.
                .satisfies(o -> assertThat(o.areaCode()).isEqualTo("330203"));
    }

    @Test
    void givesEveryRankOfAClauseToItsTown() {
        assertThat(extractor.extract(HEAD + "青石镇列全国第66、全省第8。").observations())
                .extracting(Observation::area)
                .containsExactly("青石镇", "青石镇");
    }

    @Test
    void endsWithTheClause() {
        assertThat(extractor.extract(HEAD + "青石镇新建公园6个，拆除旧房66处。").observations())
                .extracting(Observation::area)
                .containsExactly("青石镇", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "示范镇6个。",
                "维修街道66条。",
                "城区主要街道新增绿地6万平方米。",
                "帮扶青石镇种植果树66万株。",
                "新建街道养老院6家。",
                "每个街道新建公园6个。",
                "青石镇等6个乡镇达标。",
                "柳塘乡、青石镇2个乡镇达标。",
                "青石镇水厂等项目建成，新增供水6万吨。",
                "青石镇全面融入城区；全区新建公园6个。",
                "送戏下乡66场。",
                "乡及乡以上企业增加值66亿元。",
                "三镇六村新建公园6个。",
                "柳塘村新建公园6个。",
                "青石镇大力植树，全区新建公园6个。"
            })
    void takesNeitherAKindOfTownNorAThingInOneForATown(String words) {
        assertThat(extractor.extract(HEAD + words).observations())
                .isNotEmpty()
                .allSatisfy(o -> assertThat(o.area()).isNull());
    }

    @Test
    void leavesATownsOwnReportToTheTown() {
        String head = "横街镇政府工作报告\n2020年1月9日在海曙区横街镇第十届人民代表大会第四次会议上\n各位代表：\n";
        assertThat(extractor.extract(head + "横街镇新建公园6个。").observations())
                .singleElement()
                .satisfies(o -> assertThat(o.area()).isNull());
    }
}
