package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script says of itself, whichever program it starts for it. */
class HelpIT {

    private static final Path ROOT = Path.of(System.getProperty("zhibiao.root"));

    @Test
    void listsTheCommandsOfBothPrograms() throws IOException, InterruptedException {
        String help = output("--help");
        assertThat(help).containsPattern("(?m)^ +extract ").containsPattern("(?m)^ +explain ");
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        // Said in both, as the program that lists them does not have the other's classes.
        Main.commandLine(nowhere, nowhere)
                .getSubcommands()
                .forEach((name, command) -> assertThat(unbroken(help))
                        .contains(unbroken(
                                name + command.getCommandSpec().usageMessage().description()[0])));
    }

    /** However the lines were broken. */
    private static String unbroken(String text) {
        return text.replaceAll("\\s", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "submit", "replay", "topics", "extract", "explain"})
    void explainsEveryCommand(String command) throws IOException, InterruptedException {
        assertThat(output(command, "--help")).startsWith("Usage: zhibiao " + command);
    }

    private static String output(String... arguments) throws IOException, InterruptedException {
        List<String> line = Stream.concat(Stream.of("sh", "zhibiao"), Arrays.stream(arguments))
                .toList();
        ProcessBuilder shell =
                new ProcessBuilder(line).directory(ROOT.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = shell.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return out;
    }
}
