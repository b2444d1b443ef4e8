package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/** The three images as they are held on Kubernetes, between the broker and the database of {@code ./zhibiao run}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // JUnit sets the fields.
class ImagesIT {

    private static final Path SAMPLES = Path.of(System.getProperty("zhibiao.root"), "samples");
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String KEY = "a key that is 32 characters or so";
    /** What a JVM exits with that SIGTERM ended in order. */
    private static final long TERMINATED = 143;

    /** MiB; docs/images.md says what they come from. */
    private static final Map<Service, Integer> MEMORY =
            Map.of(Service.INGEST, 2048, Service.EXTRACT, 768, Service.STORE, 1024);

    @TempDir
    static Path folder;

    private final List<ImageContainer> containers = new ArrayList<>();
    private String missing = "";
    private Broker broker;
    private Database database;
    private Ports ports;

    @BeforeAll
    void start() throws Exception {
        missing = missing();
        if (!missing.isEmpty()) {
            System.getLogger(ImagesIT.class.getName())
                    .log(System.Logger.Level.WARNING, "The images are not tested: " + missing);
            return;
        }
        LauncherLog.writeTo(folder.resolve("launcher.log"));
        ports = Ports.free();
        broker = Broker.start(folder.resolve("kafka"), ports.kafka());
        Topics.create(broker.bootstrapServers());
        database = Database.start(folder.resolve("mongodb"), ports.mongodb());
        Path access = Files.writeString(folder.resolve("access.properties"), access());
        for (Service service : Service.values()) {
            containers.add(ImageContainer.start(
                    service, service.port(ports), MEMORY.getOrDefault(service, 0), environment(), access));
        }
        containers.forEach(container -> await(container.name()).atMost(PATIENCE).until(container::isReady));
    }

    /** Why they cannot be tested here; empty where they can. */
    private static String missing() {
        if (System.getProperty("zhibiao.images", "").isBlank()) {
            return "they are not built: -Dimages builds and tests them";
        }
        return DockerClientFactory.instance().isDockerAvailable() ? "" : "no container engine is reachable";
    }

    /** Each test, so that each is counted as skipped. */
    @BeforeEach
    void requireImages() {
        assumeTrue(missing.isEmpty(), missing);
    }

    private static String access() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(StandardCharsets.UTF_8));
        return "zhibiao.access.keys.test.sha256=%s%nzhibiao.access.keys.test.roles=publish,read%n"
                .formatted(HexFormat.of().formatHex(hash));
    }

    private Map<String, String> environment() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                broker.bootstrapServers(),
                "MONGODB_URI",
                database.connectionString() + "/zhibiao",
                "ZHIBIAO_STORE_URL",
                "http://localhost:" + ports.store(),
                "ZHIBIAO_STORE_PORT",
                Integer.toString(ports.store()),
                "ZHIBIAO_INGEST_PORT",
                Integer.toString(ports.ingest()),
                "ZHIBIAO_EXTRACT_PORT",
                Integer.toString(ports.extract()));
    }

    @AfterAll
    void end() {
        containers.forEach(ImageContainer::close);
        if (database != null) {
            database.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    @Order(1)
    void runAsNobodyWithJavaAsTheirFirstProcess() {
        for (ImageContainer container : containers) {
            var config = Optional.ofNullable(container.image().getConfig()).orElseThrow();
            // Kubernetes refuses runAsNonRoot for a name: it would have to look into the image.
            assertThat(config.getUser()).matches("[1-9][0-9]*");
            assertThat(config.getEntrypoint()).startsWith("java").endsWith("-jar", "quarkus-run.jar");
            assertThat(config.getLabels())
                    .containsEntry("org.opencontainers.image.title", container.name())
                    .containsKeys(
                            "org.opencontainers.image.version",
                            "org.opencontainers.image.revision",
                            "org.opencontainers.image.source");
        }
    }

    @Test
    @Order(2)
    void findWhatIsExpectedOfTheSamples() throws IOException {
        List<Path> files;
        try (Stream<Path> samples = Files.list(SAMPLES.resolve("reports"))) {
            files = samples.sorted().toList();
        }
        List<Outcome> outcomes = submit(files);
        StoreClient store = new StoreClient(storeAddress(), KEY);
        for (Outcome outcome : outcomes) {
            assertThat(outcome.status()).isEqualTo("received");
            awaitStored(store, outcome);
            JsonNode answer = store.get("/reports/" + outcome.reportId() + "/observations")
                    .orElseThrow();
            assertThat(ExpectedObservations.in(answer))
                    .containsExactlyInAnyOrderElementsOf(ExpectedObservations.of(SAMPLES, outcome.name()));
        }
    }

    /** Pages are read in processes of their own, which need a folder to write to and a java to start. */
    @Test
    @Order(3)
    void readAPageThoughOnlyTmpCanBeWritten() throws IOException {
        Path page = Files.writeString(
                folder.resolve("page.html"),
                "<html><head><meta charset='utf-8'><title>临澜市政府工作报告</title></head><body><h1>2024年临澜市政府工作报告</h1>"
                        + "<p>一、2023年工作回顾</p><p>全年实现地区生产总值1286.4亿元，增长5.8%。</p></body></html>");
        Outcome outcome = submit(List.of(page)).get(0);
        assertThat(outcome.status()).isEqualTo("received");
        StoreClient store = new StoreClient(storeAddress(), KEY);
        awaitStored(store, outcome);
        assertThat(store.report(String.valueOf(outcome.reportId()))
                        .orElseThrow()
                        .path("observations")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    @Order(4)
    void answerNobodyWithoutAKey() {
        assertThat(new StoreClient(storeAddress(), null).get("/reports")).isEmpty();
        assertThat(new StoreClient(storeAddress(), KEY).get("/reports")).isPresent();
    }

    @Test
    @Order(5)
    void stopInOrderWhenAskedTo() {
        for (ImageContainer container : containers) {
            container.stop();
            var state = container.state().getState();
            assertThat(state.getExitCodeLong()).as(container.log()).isEqualTo(TERMINATED);
            assertThat(state.getOOMKilled()).isFalse();
        }
    }

    private List<Outcome> submit(List<Path> files) {
        IngestClient client = new IngestClient(URI.create("http://localhost:" + ports.ingest()), KEY);
        return new Submitter(client, Submitter.AT_ONCE).submit(files, outcome -> {});
    }

    private URI storeAddress() {
        return URI.create("http://localhost:" + ports.store());
    }

    private static void awaitStored(StoreClient store, Outcome outcome) {
        await(outcome.name())
                .atMost(PATIENCE)
                .until(() -> store.report(String.valueOf(outcome.reportId()))
                        .map(report -> report.path("state").asText().equals("stored"))
                        .orElse(false));
    }
}
