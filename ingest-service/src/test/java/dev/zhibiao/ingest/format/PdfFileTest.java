package dev.zhibiao.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhibiao.ingest.document.RefusedException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfFileTest {

    private static final int ROOM = 1 << 20;
    /** Points; A4 with the usual margins holds 28 letters of this size. */
    private static final double SIZE = 16;

    private static final double LEFT = 74;
    private static final double INDENTED = LEFT + 2 * SIZE;

    @Test
    void joinsLinesToTheParagraphsThatTheLayoutShows() {
        byte[] pdf = new PdfBuilder()
                .line(200, 120, 22, "青原县政府工作报告")
                .line(INDENTED, 170, SIZE, "去年，全县实现地区生产总值一百二十三亿元，增长百分")
                .line(LEFT, 198, SIZE, "之六；粮食总产量三十万吨，比上年增长百分之二；城镇新增就")
                .line(LEFT, 226, SIZE, "业三千人。")
                .line(INDENTED, 254, SIZE, "一、主要预期目标")
                .line(INDENTED, 282, SIZE, "今年，全县地区生产总值增长百分之六左右，一般公共预")
                .line(LEFT, 310, SIZE, "算收入增长百分之三。")
                .page()
                .bytes();
        assertThat(text(pdf))
                .isEqualTo("青原县政府工作报告\n去年，全县实现地区生产总值一百二十三亿元，增长百分之六；粮食总产量三十万吨，比上年增长"
                        + "百分之二；城镇新增就业三千人。\n一、主要预期目标\n今年，全县地区生产总值增长百分之六左右，一般公共预算收入增长百分之三。");
    }

    @Test
    void marksWhereAPageEndsAndDropsWhatIsRepeatedAtItsEdges() {
        PdfBuilder pdf = new PdfBuilder();
        for (int page = 1; page <= 4; page++) {
            pdf.line(210, 40, 10, "青原县人民政府文件")
                    .line(LEFT, 100, SIZE, "第" + "一二三四".charAt(page - 1) + "页上的话说到这里为止。")
                    .line(280, 800, 10, "— " + page + " —")
                    .page();
        }
        assertThat(text(pdf.bytes()))
                .isEqualTo("第一页上的话说到这里为止。\n\f\n第二页上的话说到这里为止。\n\f\n第三页上的话说到这里为止。\n\f\n第四页上的话说到这里为止。");
    }

    @Test
    void keepsWhatStandsAtTheEdgeOfOnePageOnly() {
        byte[] pdf = new PdfBuilder()
                .line(210, 40, SIZE, "青原县二〇二四年政府工作报告")
                .line(LEFT, 400, SIZE, "全县有学校二十二所。")
                .line(LEFT, 800, SIZE, "报告至此结束，请予审议。")
                .page()
                .line(LEFT, 60, SIZE, "附件一览")
                .line(LEFT, 90, SIZE, "名词解释见后。")
                .page()
                .bytes();
        assertThat(text(pdf)).isEqualTo("青原县二〇二四年政府工作报告\n全县有学校二十二所。\n报告至此结束，请予审议。\n\f\n附件一览\n名词解释见后。");
    }

    @Test
    void writesARowOfATableAsOneLine() {
        byte[] pdf = new PdfBuilder()
                .line(LEFT, 100, SIZE, "指标")
                .line(250, 100, SIZE, "数值")
                .line(400, 100, SIZE, "增长")
                .line(LEFT, 128, SIZE, "粮食总产量")
                .line(250, 128, SIZE, "3.2万吨")
                .line(400, 128, SIZE, "2.1%")
                .page()
                .bytes();
        assertThat(text(pdf)).isEqualTo("指标 数值 增长\n粮食总产量 3.2万吨 2.1%");
    }

    @Test
    void leavesOutAWatermarkAndReadsABoldLetterOnce() {
        byte[] pdf = new PdfBuilder()
                .line(LEFT, 100, SIZE, "全县有学校22所。")
                .line(LEFT + 0.3, 100, SIZE, "全县有学校22所。")
                .raw("BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm <5185 90E8 8D44 6599> Tj ET")
                .page()
                .bytes();
        assertThat(text(pdf)).isEqualTo("全县有学校22所。");
    }

    @Test
    void callsAPageWithoutLettersAScan() {
        assertCode(new PdfBuilder().raw("0 0 100 100 re f").page().bytes(), "no-text");
    }

    @Test
    void callsPagesThatHaveOnlyTheirNumbersAScan() {
        PdfBuilder pdf = new PdfBuilder();
        for (int page = 1; page <= 3; page++) {
            pdf.line(280, 810, 10, "- " + page + " -").page();
        }
        assertCode(pdf.bytes(), "no-text");
    }

    @Test
    void doesNotPassACoverForTheReportBehindIt() {
        byte[] pdf = new PdfBuilder()
                .line(200, 300, 22, "青原县政府工作报告")
                .page()
                .page()
                .page()
                .page()
                .bytes();
        assertThatThrownBy(() -> text(pdf)).hasMessage("3 of 4 pages have no text layer: a scan?");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.99})
    void refusesAFileThatWasCutOff(double share) {
        PdfBuilder pdf = new PdfBuilder();
        for (int page = 0; page < 40; page++) {
            for (int line = 0; line < 20; line++) {
                pdf.line(LEFT, 100 + 30 * line, SIZE, "全县实现地区生产总值一百亿元，比上年增长百分之六。");
            }
            pdf.page();
        }
        byte[] whole = pdf.bytes();
        assertCode(Arrays.copyOf(whole, (int) (share * whole.length)), "unreadable");
    }

    private static String text(byte[] pdf) {
        return new Formats().read(pdf, ROOM).text();
    }

    private static void assertCode(byte[] pdf, String code) {
        assertThatThrownBy(() -> text(pdf))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}
