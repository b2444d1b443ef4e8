package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README says is run and printed as it says. */
class ReadmeIT {

    private static final Path ROOT = Path.of(System.getProperty("zhibiao.root"));
    private static final Pattern BLOCK = Pattern.compile("```([a-z]*)\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md"})
    void commandsPrintWhatTheBlockBehindThemShows(String name) throws IOException, InterruptedException {
        List<String[]> blocks = blocks(name);
        int run = 0;
        for (int i = 0; i < blocks.size(); i++) {
            // The build itself cannot be run from inside the build.
            if (!blocks.get(i)[0].equals("sh") || blocks.get(i)[1].startsWith("./mvnw")) {
                continue;
            }
            run++;
            assertThat(settled(output(blocks.get(i)[1]))).isEqualTo(settled(blocks.get(i + 1)[1]));
        }
        assertThat(run).isPositive();
    }

    @Test
    void bothLanguagesShowTheSameBlocks() throws IOException {
        List<String> english = commands("README.md");
        assertThat(english).isNotEmpty().isEqualTo(commands("README.zh.md"));
    }

    private static List<String> commands(String name) throws IOException {
        return blocks(name).stream()
                .filter(b -> b[0].equals("sh"))
                .map(b -> b[1])
                .toList();
    }

    private static List<String[]> blocks(String name) throws IOException {
        List<String[]> blocks = new ArrayList<>();
        Matcher m = BLOCK.matcher(Files.readString(ROOT.resolve(name)));
        while (m.find()) {
            blocks.add(new String[] {m.group(1), m.group(2)});
        }
        return blocks;
    }

    /** Without what differs from run to run: seconds, the folder, and which of the reports was stored first. */
    private String settled(String output) {
        String same = output.replace(data.toString(), ".zhibiao").replaceAll("after [0-9]+ s", "after N s");
        return same.lines().sorted().collect(Collectors.joining("\n"));
    }

    private String output(String command) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-ec", command)
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // Chinese arguments reach Java whole only under a locale that can say them.
        shell.environment().put("LC_ALL", "C.UTF-8");
        shell.environment().put("ZHIBIAO_DATA", data.toString());
        Process process = shell.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return out;
    }
}
