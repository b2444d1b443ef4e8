package dev.zhibiao.extract.grammar.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectsTest {

    @Test
    void addsTheSharedHeadToTheFirst() {
        assertThat(Subjects.split("城镇、农村居民人均可支配收入")).containsExactly("城镇居民人均可支配收入", "农村居民人均可支配收入");
        assertThat(Subjects.split("高新技术产业、装备制造业增加值")).containsExactly("高新技术产业增加值", "装备制造业增加值");
        assertThat(Subjects.split("城乡居民人均收入")).containsExactly("城镇居民人均收入", "农村居民人均收入");
    }

    @Test
    void givesTheYieldTheNameOfItsCrop() {
        assertThat(Subjects.split("粮食播种面积和产量")).containsExactly("粮食播种面积", "粮食产量");
    }

    @Test
    void findsWhereTheSharedHeadBegins() {
        assertThat(Subjects.split("工业、房地产项目审批时限")).containsExactly("工业项目审批时限", "房地产项目审批时限");
        assertThat(Subjects.split("生猪、肉牛规模化养殖率")).containsExactly("生猪规模化养殖率", "肉牛规模化养殖率");
        assertThat(Subjects.split("市区、县（市）最低工资标准")).containsExactly("市区最低工资标准", "县（市）最低工资标准");
        assertThat(Subjects.split("议案、建议办结率")).containsExactly("议案办结率", "建议办结率");
    }

    @Test
    void leavesOneSubjectWhole() {
        assertThat(Subjects.split("地区生产总值")).containsExactly("地区生产总值");
        assertThat(Subjects.split("“一网、一膜”产值")).containsExactly("“一网、一膜”产值");
    }

    @Test
    void givesAspectsTheThingTheyAreOf() {
        assertThat(Subjects.split("技术合同登记件数、成交额")).containsExactly("技术合同登记件数", "技术合同成交额");
        assertThat(Subjects.split("粮食播种面积和产量")).containsExactly("粮食播种面积", "粮食产量");
        assertThat(Subjects.split("农业总产值、财政收入")).containsExactly("农业总产值", "财政收入");
    }

    @Test
    void partsListsThatHaveHeadsOfTheirOwn() {
        assertThat(Subjects.split("粮食、油料产量和生猪、肉牛出栏量")).containsExactly("粮食产量", "油料产量", "生猪出栏量", "肉牛出栏量");
    }

    @Test
    void givesAllThatBelongsToTheKindToEachOfIt() {
        assertThat(Subjects.split("养老、失业、工伤保险参保人数")).containsExactly("养老保险参保人数", "失业保险参保人数", "工伤保险参保人数");
        assertThat(Subjects.split("国家、省级园区亩均产值")).containsExactly("国家园区亩均产值", "省级园区亩均产值");
    }
}
