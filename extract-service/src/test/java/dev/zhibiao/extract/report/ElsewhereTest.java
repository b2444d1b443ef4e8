package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElsewhereTest {

    private static final String HEAD = "宁波市海曙区政府工作报告\n2020年1月9日在海曙区第十届人民代表大会第四次会议上\n各位代表：\n一、2019年工作回顾\n";

    private final ReportExtractor extractor = new ReportExtractor();

    @Test
    void comesBackToACityThatIsNamedAsAWhole() {
        String city = "宁波市政府工作报告\n2020年1月9日在宁波市第十五届人民代表大会第四次会议上\n各位代表：\n一、2019年工作回顾\n";
        assertThat(extractor.extract(city + "册亨县建成果园6万亩。全市投入资金6600万元。").observations())
                .extracting(o -> o.area() + " " + o.areaCode())
                .containsExactly("册亨县 522327", "null 330200");
    }

    @Test
    void givesACountyThatAParagraphTellsOfWhatItHasDone() {
        assertThat(extractor
                        .extract(HEAD + "在海曙区支持下，册亨县建成果园6万亩。带动当地农户88户。如今果品销售收入6.6亿元。\n\n新建公园6个。")
                        .observations())
                .extracting(o -> o.area() + " " + o.areaCode())
                .containsExactly("册亨县 522327", "册亨县 522327", "册亨县 522327", "null 330203");
    }

    @ParameterizedTest
    @CsvSource({
        "册亨县建成果园6万亩。海曙区派出医生66名。, 册亨县, ",
        "册亨县建成果园6万亩。我区派出医生66名。, 册亨县, ",
        "册亨县建成果园6万亩。海曙区派出医生，培训当地教师66名。, 册亨县, 册亨县",
        "册亨县建成果园6万亩。海曙区派出医生。该县新建医院6家。, 册亨县, 册亨县",
        "册亨县建成果园6万亩。此外，66家企业捐款。, 册亨县, ",
        "册亨县全年完成固定资产投资6.6亿元。带动就业88人。, 册亨县, 册亨县",
        "册亨县建成果园6万亩，望谟县完成造林8万亩。, 册亨县, 望谟县"
    })
    void isOfTheReportsAreaWhereThatIsNamedAndComesBackWithWhatPointsThere(String words, String first, String second) {
        assertThat(extractor.extract(HEAD + words).observations())
                .extracting(Observation::area)
                .containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "安排资金6600万元支持册亨县。",
                "与册亨县开展协作，实施项目66个。",
                "绍兴市累计支援资金6600万元。",
                "绍兴市累计投资6600万元。",
                "绍兴市大力支持，完成项目66个。",
                "册亨县的果园6万亩。",
                "册亨县、望谟县等地果园达到6万亩。",
                "新建区县文化馆6个。",
                "老城区新建公园6个。",
                "宁波市新建公园6个。",
                "浙江省新建公园6个。"
            })
    void takesWhoIsHelpedOrHelpsForNoSubject(String words) {
        assertThat(extractor.extract(HEAD + words).observations())
                .isNotEmpty()
                .allSatisfy(o -> assertThat(o.area()).isNull());
    }
}
