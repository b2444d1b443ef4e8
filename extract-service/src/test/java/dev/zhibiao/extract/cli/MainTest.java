package dev.zhibiao.extract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"extract", "explain"})
    void everyCommandExplainsItself(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: zhibiao " + command);
    }

    @Test
    void listsTheLaunchersCommandsBesideItsOwn() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("  run ", "  submit ", "  replay ", "  extract ", "  explain ");
    }

    @Test
    void saysWhoseCommandItIsThatItOnlyLists() {
        assertThat(run("replay")).isEqualTo(2);
        assertThat(err.toString()).startsWith("zhibiao: replay").hasLineCount(1);
    }

    private int run(String... arguments) {
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }
}
