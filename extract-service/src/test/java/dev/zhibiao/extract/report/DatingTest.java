package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each line: a sentence and, of each of its observations, period, status and, where there is one, base. */
class DatingTest {

    private static final String PLAN = "一、“十三五”回顾\n";

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
}
