package dev.zhibiao.extract.grammar.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadTest {

    @ParameterizedTest
    @CsvSource({
        "全市固定资产投资比上年增长, 固定资产投资, GROW, 上年",
        "其中工业投资增速, 工业投资, GROW, ",
        "城镇化率提高至, 城镇化率, TO, ",
        "新增百亿企业有望达到, 新增百亿企业, NONE, ",
        "第三产业比重上升为, 第三产业比重, TO, ",
        "水利投资比“九五”时期增长, 水利投资, GROW, “九五”时期",
        "能耗比“十五”期末降低, 能耗, FALL, “十五”期末",
        "刑事警情下降, 刑事警情, FALL, ",
        "2020年地区生产总值达到, 地区生产总值, NONE, ",
        "1-11月规上工业利润增长, 规上工业利润, GROW, ",
        "前11个月工业利税, 工业利税, NONE, ",
        "新增, 新增, NONE, ",
        "就业率, 就业率, NONE, ",
        "其他收入, 其他收入, NONE, ",
        "其中其余地区, 其余地区, NONE, ",
        "都市农庄建设完成, 都市农庄建设, NONE, ",
        "力争新增加, 新增加, NONE, ",
        "⑵实施, 实施, NONE, ",
        "（7）打造, 打造, NONE, ",
        "人均收入五年增长, 人均收入, GROW, ",
        "人口自然增长率, 人口自然增长率, NONE, ",
        "资产总额五年累计增长, 资产总额, GROW, ",
        "财政收入比前五年增长, 财政收入, GROW, 前五年",
        "不良贷款率比2019年初下降, 不良贷款率, FALL, 2019年初",
        "但实际利用外资增长, 实际利用外资, GROW, ",
        "其他收入收到, 其他收入, NONE, ",
        "使用面积, 使用面积, NONE, "
    })
    void partsSubjectMoveAndBase(String words, String subject, Lead.Move move, String base) {
        Lead lead = Lead.of(words);
        assertThat(lead.subject()).isEqualTo(subject);
        assertThat(lead.move()).isEqualTo(move);
        assertThat(lead.base()).isEqualTo(base);
    }

    @Test
    void refusesAKindOfPredicateThatDoesNotExist() {
        assertThat(Lead.move("COPULA")).isEqualTo(Lead.Move.NONE);
        assertThatThrownBy(() -> Lead.move("FAL")).isInstanceOf(IllegalArgumentException.class);
    }
}
