package dev.zhibiao.extract.stream;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class UntoldTest {

    @Test
    void saysWhereAndWhatWasThrownButNoMessage() {
        Throwable thrown = new IllegalStateException("财政收入60亿元", new NumberFormatException("建成公园5个"));
        thrown.addSuppressed(new IllegalArgumentException("新增就业3万人"));
        StringWriter printed = new StringWriter();
        requireNonNull(Untold.of(thrown)).printStackTrace(new PrintWriter(printed, true));
        assertThat(printed.toString())
                .contains("IllegalStateException", "NumberFormatException", "UntoldTest.java")
                .doesNotContain("财政", "公园", "就业");
    }

    @Test
    void isNothingWhereNothingWasThrown() {
        assertThat(Untold.of(null)).isNull();
    }
}
