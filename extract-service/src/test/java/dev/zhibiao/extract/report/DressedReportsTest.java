package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.Observation;
import java.text.Normalizer;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same report as sites, scans and newspapers print it says the same; only its offsets differ. */
class DressedReportsTest {

    private static final String REPORT = """
        政府工作报告
        ——2022年1月18日在镜湖县第十七届人民代表大会第一次会议上
        县长 周齐
        各位代表：
        现在，我代表县人民政府，向大会报告工作，请予审议。
        一、过去五年工作回顾
        过去五年，全县地区生产总值年均增长7.2%，由2016年的180.5亿元增加到256.3亿元；建成“四好农村路”320公里，新增城镇就业2.6万人。
        各位代表！刚刚过去的2021年，我们办成了许多大事。一般公共预算收入达到12.6亿元，同比增长8.5%，增速居全市第二；新增规上工业企业15家、高新技术企业6家。
        二、今后五年目标任务
        今后五年，力争地区生产总值突破400亿元，森林覆盖率达到65%以上。
        三、2022年工作安排
        今年是承上启下的一年。主要预期目标是：地区生产总值增长7%左右，城镇登记失业率控制在4%以内。
        建设学校8所，改造老旧小区26个。
        """;

    private static final String ABOVE = """
        网站首页 | 走进镜湖 | 政务公开 | 互动交流
        您当前的位置：首页 > 政务公开 > 政府工作报告
        今天是 2022年3月18日 星期五
        我县2020年一季度完成投资12.5亿元 [03-02]
        2020年政府工作报告
        发布时间：2022-01-28 09:30 来源：县政府办 浏览次数：1024 次
        """;

    private static final String BELOW = """
        【打印本页】 【关闭窗口】
        上一篇：我县投入资金3亿元建设学校12所
        您是第 1234567 位访客
        主办：镜湖县人民政府 联系电话：0571-88888888
        """;

    @TestFactory
    Stream<DynamicTest> saysTheSame() {
        return Stream.of(
                dressed("site navigation around it", text -> ABOVE + text + BELOW),
                dressed("full-width digits and letters", DressedReportsTest::fullWidth),
                dressed(
                        "ASCII punctuation",
                        text -> text.replace('，', ',').replace('；', ';').replace('：', ':')),
                dressed(
                        "straight quotation marks",
                        text -> text.replace('“', '"').replace('”', '"')),
                dressed("lines broken after 24 characters", text -> text.replaceAll("(.{24})(?=.)", "$1\n")),
                dressed("line ends of Windows", text -> text.replace("\n", "\r\n")),
                dressed("written-out line ends", text -> text.replace("\n", "\\r\\n")),
                dressed("indented paragraphs", text -> text.replaceAll("(?m)^", "　　")),
                dressed("non-breaking spaces as entities", text -> text.replaceAll("(?m)^", "&nbsp;&nbsp;")),
                dressed("no line ends, blanks between paragraphs", text -> text.replace("\n", "　　")),
                dressed("no line ends at all", text -> text.replace("\n", "")));
    }

    private static DynamicTest dressed(String how, UnaryOperator<String> dress) {
        return DynamicTest.dynamicTest(how, () -> {
            List<String> plain = said(REPORT);
            assertThat(plain).hasSize(16);
            assertThat(said(dress.apply(REPORT))).isEqualTo(plain);
        });
    }

    private static List<String> said(String text) {
        return new ReportExtractor()
                .extract(text).observations().stream()
                        .map(DressedReportsTest::notation)
                        .map(said -> Normalizer.normalize(said, Normalizer.Form.NFKC))
                        .toList();
    }

    private static String notation(Observation o) {
        return String.join(
                " ",
                o.indicator(),
                o.measure(),
                o.comparator(),
                o.value().toPlainString(),
                o.unit(),
                o.timePeriod(),
                o.status(),
                String.valueOf(o.basePeriod()),
                String.valueOf(o.rankScope()));
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        for (char c : text.toCharArray()) {
            wide.append(c > ' ' && c < 0x7f ? (char) (c + 0xFEE0) : c);
        }
        return wide.toString();
    }
}
