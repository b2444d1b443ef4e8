package dev.zhibiao.extract.grammar.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PropertyTest {

    @Test
    void isOfTheThingBehindTheValue() {
        assertThat(Property.named("设立总规模", "产业基金")).isEqualTo("产业基金总规模");
        assertThat(Property.named("总投资", "会展中心等一批项目开工建设")).isEqualTo("会展中心总投资");
        assertThat(Property.named("全长", "环城高速公路建成通车")).isEqualTo("环城高速公路全长");
    }

    @Test
    void isNoneWhereItsOwnerStandsInFrontOrNothingBehind() {
        assertThat(Property.named("东部片区总投资", "综合项目启动")).isNull();
        assertThat(Property.named("总投资", "")).isNull();
        assertThat(Property.named("固定资产投资", "项目")).isNull();
    }
}
