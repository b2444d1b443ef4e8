package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.ReportMetadata;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

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
}
