package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {

    private final StringWriter out = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"run", "submit", "replay", "topics"})
    void everyCommandExplainsItself(String command) {
        assertThat(main().execute(command, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: zhibiao " + command);
    }

    @Test
    void describesEveryOption() {
        main().getSubcommands().values().forEach(command -> {
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(option.description())
                        .as(command.getCommandName() + " " + option.longestName())
                        .isNotEmpty();
            }
        });
    }

    private CommandLine main() {
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(new StringWriter()));
    }
}
