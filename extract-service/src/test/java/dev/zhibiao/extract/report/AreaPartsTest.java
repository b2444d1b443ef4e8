package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaPartsTest {

    private static final String HEAD = "太原市政府工作报告\n2020年1月9日在太原市第十届人民代表大会第四次会议上\n各位代表：\n一、2019年工作回顾\n";

    private final ReportExtractor extractor = new ReportExtractor();

    @ParameterizedTest
    @CsvSource({
        "阳曲、娄烦两县农民参保率达到88%。, 阳曲、娄烦, 140100",
        "阳曲、娄烦和迎泽、万柏林四个县区农民参保率达到88%。, 阳曲、娄烦、迎泽、万柏林, 140100",
        "阳曲、娄烦地区生产总值达到66亿元。, 阳曲、娄烦, 140100",
        "阳曲县、娄烦县各引进6个工业项目。, 阳曲县、娄烦县, 140100",
        "阳曲县全年造林66万亩。, 阳曲县, 140122",
        "迎泽区连续六年上榜全国百强区，列第66位。, 迎泽区, 140106"
    })
    void namesTheAreasInsideTheReportsOwnThatStandInFront(String words, String area, String code) {
        assertThat(extractor.extract(HEAD + words).observations())
                .singleElement()
                .satisfies(o -> assertThat(o.area() + " " + o.areaCode()).isEqualTo(area + " " + code))
                .satisfies(o -> assertThat(o.indicator()).doesNotContain("阳曲", "娄烦", "迎泽"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"阳曲和娄烦水泥项目产能66万吨。", "阳曲、娄烦等地新建公园6个。", "阳曲县开发区新增企业66家。", "迎泽公园新增游客6万人次。", "阳曲县机场新增航线6条。"})
    void leavesTheNamesOfThingsAlone(String words) {
        assertThat(extractor.extract(HEAD + words).observations())
                .isNotEmpty()
                .allSatisfy(o -> assertThat(o.area()).isNull());
    }
}
