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
    void leavesOneSubjectWhole() {
        assertThat(Subjects.split("地区生产总值")).containsExactly("地区生产总值");
        assertThat(Subjects.split("“一网、一膜”产值")).containsExactly("“一网、一膜”产值");
    }
}
