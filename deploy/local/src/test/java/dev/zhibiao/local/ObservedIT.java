package dev.zhibiao.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.Scrape;
import dev.zhibiao.events.testing.TestStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators see of the three services while they run for real: metrics, traces, and quiet logs. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields.
class ObservedIT {

    private static final Path ROOT = Path.of(System.getProperty("zhibiao.root"));
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    /** kafka-exporter's, which Strimzi runs; everything else must be exposed by the services themselves. */
    private static final Map<String, Set<String>> FROM_KAFKA_EXPORTER = Map.of(
            "kafka_consumergroup_lag", Set.of("consumergroup", "topic", "partition", "namespace", "pod", "job"),
            "kafka_consumergroup_current_offset",
                    Set.of("consumergroup", "topic", "partition", "namespace", "pod", "job"),
            "kafka_topic_partition_current_offset", Set.of("topic", "partition", "namespace", "pod", "job"),
            "kafka_topic_partition_oldest_offset", Set.of("topic", "partition", "namespace", "pod", "job"));

    @TempDir
    static Path folder;

    private static final Ports PORTS = Ports.free();
    private static LocalSystem system;
    private static HttpClient http;

    @BeforeAll
    static void startAndSubmitTheSamples() throws IOException, InterruptedException {
        http = HttpClient.newHttpClient();
        system = new LocalSystem(new LocalSystem.Settings(ROOT, folder.resolve("data"), PORTS, null, null));
        system.start();
        submit("", Map.of());
        StoreClient store = new StoreClient(system.storeUri());
        List<Path> samples;
        try (Stream<Path> files = Files.list(ROOT.resolve("samples/reports"))) {
            samples = files.sorted().toList();
        }
        List<Outcome> outcomes = new Submitter(system.ingestUri()).submit(samples, outcome -> {});
        assertThat(outcomes).extracting(Outcome::status).containsOnly("received");
        outcomes.forEach(outcome -> await().atMost(PATIENCE)
                .until(() -> store.report(String.valueOf(outcome.reportId()))
                        .map(report -> report.path("state").asText().equals("stored"))
                        .orElse(false)));
        // Something for the metrics of answers that are errors.
        assertThat(store.get("/reports/none")).isEmpty();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void everyQueryOfDashboardAndAlertsFindsItsSeries() throws IOException, InterruptedException {
        Exposed exposed = new Exposed();
        exposed.scraped("ingest-service", scrape(PORTS.ingest()));
        exposed.scraped("extract-service", scrape(PORTS.extract()));
        // Both roles of the store run in one process here.
        exposed.scraped("store-service", scrape(PORTS.store()));
        exposed.scraped("store-writer", scrape(PORTS.store()));
        FROM_KAFKA_EXPORTER
                .keySet()
                .forEach(name -> assertThat(exposed.has(name)).isFalse());
        FROM_KAFKA_EXPORTER.forEach(exposed::known);

        MonitoringQueries queries = MonitoringQueries.read(ROOT);

        assertThat(queries.alerts()).hasSizeGreaterThan(8);
        assertThat(queries.panels()).hasSizeGreaterThan(15);
        assertThat(queries.missing(exposed)).isEmpty();
    }

    @Test
    void metricsSayWhatWasDone() throws IOException, InterruptedException {
        Scrape ingest = scrape(PORTS.ingest());
        Scrape extract = scrape(PORTS.extract());
        Scrape store = scrape(PORTS.store());
        double received = ingest.value("zhibiao_reports_in_total", Map.of("state", "received"));
        assertThat(received).isPositive();
        assertThat(ingest.value("zhibiao_reports_in_total", Map.of("state", "refused", "code", "empty")))
                .isPositive();
        assertThat(extract.value("zhibiao_observations_found_total"))
                .isEqualTo(store.value("zhibiao_observations_stored_total", Map.of("change", "added")))
                .isPositive();
        assertThat(store.value("zhibiao_end_to_end_seconds_count")).isEqualTo(received);
    }

    @Test
    void everyAlertAndMetricIsExplained() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/metrics.md"));
        MonitoringQueries queries = MonitoringQueries.read(ROOT);
        for (String alert : queries.alerts().keySet()) {
            assertThat(page).contains("### " + alert);
        }
        for (List<String> panel : queries.all().values()) {
            for (String query : panel) {
                PromQl.of(query).selectors().stream()
                        .map(PromQl.Selector::metric)
                        .filter(metric -> metric.startsWith("zhibiao_"))
                        .map(metric -> metric.replaceAll("_(bucket|sum|count)$", ""))
                        .forEach(metric -> assertThat(page).contains("`" + metric + "`"));
            }
        }
    }

    @Test
    void oneTraceGoesFromTheRequestThroughAllTopics() throws IOException, InterruptedException {
        try (TestStream stream =
                new TestStream(system.bootstrapServers(), Topic.RECEIVED, Topic.EXTRACTED, Topic.STORED)) {
            String answer = submit(
                    "青原县政府工作报告\n全县实现地区生产总值12.3亿元，增长4.5%。",
                    Map.of("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"));
            String reportId = answer.replaceAll("(?s).*\"reportId\"\\s*:\\s*\"([0-9a-f]+)\".*", "$1");
            for (Topic topic : List.of(Topic.RECEIVED, Topic.EXTRACTED, Topic.STORED)) {
                byte[] parent = TestStream.headers(stream.next(topic, reportId)).get("traceparent");
                assertThat(parent).as(topic.topicName()).asString(UTF_8).startsWith("00-" + TRACE + "-");
            }
        }
    }

    /** Nobody named an endpoint for traces, and so none is looked for. */
    @Test
    void logsSayNothingOfTracesWithoutAnEndpoint() throws IOException {
        Pattern noise = Pattern.compile("(?i)otlp|opentelemetry|4317|Failed to export|SpanProcessor");
        for (Service service : Service.values()) {
            Path log = folder.resolve("data/logs").resolve(service.module() + ".log");
            assertThat(Files.readAllLines(log))
                    .isNotEmpty()
                    .filteredOn(line -> noise.matcher(line).find() && !line.contains("Installed features"))
                    .isEmpty();
        }
    }

    private static String submit(String text, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(system.ingestUri().resolve("/reports"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(text));
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private static Scrape scrape(int port) throws IOException, InterruptedException {
        URI metrics = URI.create("http://" + Ports.HOST + ":" + port + "/q/metrics");
        String text = http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Files.writeString(Path.of("target", "metrics-" + port + ".txt"), text);
        return Scrape.of(text);
    }
}
