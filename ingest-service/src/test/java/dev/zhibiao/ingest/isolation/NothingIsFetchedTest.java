package dev.zhibiao.ingest.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.zhibiao.ingest.format.ExternalReferences;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NothingIsFetchedTest {

    private static final String SECRET = "机密内容";

    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private final ParserPool pool = new ParserPool(TestParserConfig.of(1, 0, Duration.ofMinutes(1)));
    private HttpServer server = start();

    @TempDir
    Path folder;

    private HttpServer start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", exchange -> {
                fetched.add(exchange.getRequestURI().toString());
                byte[] body = SECRET.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            started.start();
            return started;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void answersWhoAsks() throws IOException {
        try (var in = URI.create(address()).toURL().openStream()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(SECRET);
        }
        assertThat(fetched).containsExactly("/x");
        fetched.clear();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        pool.close();
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
    }

    @Test
    void fetchesNothingThatADocumentNames() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.txt"), SECRET);
        List<byte[]> documents =
                ExternalReferences.documents(address(), file.toUri().toString());
        assertThat(documents).hasSizeGreaterThan(8);
        for (byte[] document : documents) {
            assertThat(pool.parse(document, 10_000).text()).contains("全县有22所学校").doesNotContain(SECRET);
        }
        assertThat(fetched).isEmpty();
    }
}
