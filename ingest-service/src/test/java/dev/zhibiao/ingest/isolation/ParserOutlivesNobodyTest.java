package dev.zhibiao.ingest.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zhibiao.ingest.format.HostileDocument;
import dev.zhibiao.ingest.format.HostileSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParserOutlivesNobodyTest {

    private static final Duration ENOUGH = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void endsWithAServiceThatIsKilledWhileItHangs() throws IOException {
        Path endless = Files.write(folder.resolve("endless.pdf"), endless());
        Process service = service(endless);
        List<ProcessHandle> parsers;
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("parsing");
            parsers = service.children().toList();
        } finally {
            service.destroyForcibly();
        }
        assertThat(parsers).isNotEmpty();
        await().atMost(ENOUGH).until(() -> parsers.stream().noneMatch(ProcessHandle::isAlive));
    }

    private Process service(Path document) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingService.class.getName(),
                        document.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static byte[] endless() {
        return HostileSet.all().stream()
                .filter(document -> document.detail().startsWith("time"))
                .map(HostileDocument::bytes)
                .findFirst()
                .orElseThrow()
                .get();
    }
}
