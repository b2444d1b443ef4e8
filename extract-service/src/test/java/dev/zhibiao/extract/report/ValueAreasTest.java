package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueAreasTest {

    private static final String HEAD = "太原市政府工作报告\n2020年1月9日在太原市第十届人民代表大会第四次会议上\n各位代表：\n一、2019年工作回顾\n";

    private final ReportExtractor extractor = new ReportExtractor();

    @ParameterizedTest
    @CsvSource({
        "阳曲县地区生产总值达到66亿元，总量居全省第八。, 阳曲县",
        "阳曲、娄烦两县农民参保率达到88%，覆盖农村人口6万。, '阳曲、娄烦'",
        "阳曲地区生产总值达到66亿元、全省百强县排名上升2位。, 阳曲"
    })
    void goesOnWithTheAreaThatASentenceBeganWith(String words, String area) {
        assertThat(extractor.extract(HEAD + words).observations())
                .hasSize(2)
                .extracting(Observation::area)
                .containsOnly(area);
    }

    @Test
    void goesOnInTheOwnAreaWhereAPartIsNamedInBetween() {
        assertThat(extractor
                        .extract(HEAD + "新增上市企业6家，阳曲县地区生产总值达到66亿元，总量居全省第八，城镇新增就业8万人。")
                        .observations())
                .extracting(Observation::area)
                .containsExactly(null, "阳曲县", "阳曲县", null);
    }

    @ParameterizedTest
    @CsvSource({
        "阳曲县地区生产总值达到66亿元；新建公园6个。",
        "阳曲县地区生产总值达到66亿元，全市新建公园6个。",
        "阳曲县地区生产总值达到66亿元，其余县区新建公园6个。",
        "阳曲县地区生产总值达到66亿元，忻州市空气质量优良率达到88%。"
    })
    void endsWhereSomebodyElseIsNamedOrTheClausesEnd(String words) {
        assertThat(extractor.extract(HEAD + words).observations())
                .extracting(Observation::area)
                .containsExactly("阳曲县", null);
    }
}
