package dev.zhibiao.store.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.ObservationState;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jpountz.lz4.LZ4Factory;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** The example consumer of the README is compiled and run as it stands there. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // CDI and JUnit set the fields.
class ReadmeConsumerIT {

    private static final Path ROOT = Path.of(System.getProperty("zhibiao.root"));
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md"})
    void rebuildsTheCurrentObservations(String readme) throws IOException, InterruptedException {
        ReportExtracted kept = Extracted.of("青原县留下的总值1亿元、2亿元。" + readme, "1-aaaa", 1, "总值");
        ReportExtracted gone = Extracted.of("青原县撤回的总值3亿元。" + readme, "1-aaaa", 1, "总值");
        try (TestStream stream = new TestStream(bootstrapServers, Topic.STORED)) {
            for (ReportExtracted extracted : List.of(kept, gone)) {
                stream.send(Topic.EXTRACTED, extracted.reportId(), EventJson.write(extracted));
                stream.next(Topic.STORED, extracted.reportId());
            }
        }
        given().delete("/reports/" + gone.reportId()).then().statusCode(200);

        List<ObservationState> states = run(readme)
                .lines()
                .map(line -> EventJson.read(line.getBytes(StandardCharsets.UTF_8), ObservationState.class))
                .toList();
        assertThat(states).filteredOn(s -> s.reportId().equals(kept.reportId())).hasSize(2);
        assertThat(states).filteredOn(s -> s.reportId().equals(gone.reportId())).isEmpty();
    }

    private String run(String readme) throws IOException, InterruptedException {
        Matcher block = JAVA.matcher(Files.readString(ROOT.resolve(readme)));
        assertThat(block.find()).isTrue();
        Path source = Files.writeString(folder.resolve("CurrentObservations.java"), block.group(1));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Dstdout.encoding=UTF-8",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        classPath(),
                        source.toString(),
                        bootstrapServers)
                .redirectError(folder.resolve("errors").toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("errors")))
                .isZero();
        return out;
    }

    /** Nothing but Kafka's client and what it needs. */
    private static String classPath() {
        StringBuilder path = new StringBuilder();
        for (Class<?> part : List.of(KafkaConsumer.class, Logger.class, LZ4Factory.class)) {
            path.append(path.isEmpty() ? "" : File.pathSeparator)
                    .append(part.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath());
        }
        return path.toString();
    }
}
