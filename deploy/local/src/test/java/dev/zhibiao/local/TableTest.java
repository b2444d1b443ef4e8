package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void countsAChineseCharacterAsTwo() {
        assertThat(new Table().row("地区", "n").row("ab", "12").row("x", "").text())
                .isEqualTo("地区  n\nab    12\nx");
    }
}
