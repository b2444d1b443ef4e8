package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnAreaTest {

    private static final OwnArea AREA = new OwnArea("浙江省/宁波市/江北区");

    @Test
    void saysNoMoreThanTheIndicatorAlone() {
        assertThat(AREA.without("江北区固定资产投资")).isEqualTo("固定资产投资");
        assertThat(AREA.without("江北区实现地区生产总值")).isEqualTo("地区生产总值");
        assertThat(AREA.without("宁波市江北区的财政收入")).isEqualTo("财政收入");
    }

    @Test
    void leavesOtherNamesAlone() {
        assertThat(AREA.without("江东区固定资产投资")).isEqualTo("江东区固定资产投资");
        assertThat(AREA.without("实现地区生产总值")).isEqualTo("实现地区生产总值");
    }
}
