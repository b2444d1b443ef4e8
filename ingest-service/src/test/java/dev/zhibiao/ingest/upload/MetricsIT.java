package dev.zhibiao.ingest.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.Scrape;
import dev.zhibiao.events.testing.TestStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a scrape finds after work on both ways in. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
@SuppressWarnings("NullAway.Init") // CDI and JUnit set the fields.
class MetricsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private TestStream stream;

    @BeforeEach
    void connect() {
        stream = new TestStream(bootstrapServers, Topic.RECEIVED, Topic.FAILED);
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @AfterEach
    void disconnect() {
        stream.close();
    }

    @Test
    void countsWhatBecameOfDocumentsOnBothWays() {
        byte[] report = ("青原县的报告，编号" + UUID.randomUUID() + "。").getBytes(StandardCharsets.UTF_8);
        double received = reports("received", "none", "http");
        double duplicates = reports("duplicate", "none", "http");
        double refused = reports("refused", "empty", "http");
        post(report);
        post(report);
        post(new byte[0]);
        assertThat(reports("received", "none", "http")).isEqualTo(received + 1);
        assertThat(reports("duplicate", "none", "http")).isEqualTo(duplicates + 1);
        assertThat(reports("refused", "empty", "http")).isEqualTo(refused + 1);

        double failures = failures("not-chinese");
        double refusedFromKafka = reports("refused", "not-chinese", "kafka");
        stream.send(Topic.SUBMITTED, "metrics-1", "no".getBytes(StandardCharsets.UTF_8));
        stream.next(Topic.FAILED, "metrics-1");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(reports("refused", "not-chinese", "kafka")).isEqualTo(refusedFromKafka + 1);
            assertThat(failures("not-chinese")).isEqualTo(failures + 1);
        });
    }

    @Test
    void exposesTimesSizesAndGauges() {
        post(("青原县的报告，编号" + UUID.randomUUID() + "。").getBytes(StandardCharsets.UTF_8));
        Scrape scrape = scrape();
        assertThat(scrape.value("zhibiao_receive_seconds_bucket", Map.of("le", "+Inf")))
                .isEqualTo(scrape.value("zhibiao_receive_seconds_count"))
                .isPositive();
        assertThat(scrape.value("zhibiao_document_size_bytes_sum")).isPositive();
        assertThat(scrape.value("zhibiao_in_flight", Map.of("stage", "ingest"))).isNotNegative();
        assertThat(scrape.value("zhibiao_known_reports")).isPositive();
        assertThat(scrape.value("zhibiao_retries_total", Map.of("stage", "ingest", "code", "broker-unavailable")))
                .isNotNegative();
    }

    private static void post(byte[] document) {
        given().contentType("text/plain").body(document).post("/reports");
    }

    private static double reports(String state, String code, String way) {
        return scrape().value("zhibiao_reports_in_total", Map.of("state", state, "code", code, "way", way));
    }

    private static double failures(String code) {
        return scrape().value("zhibiao_failures_total", Map.of("stage", "ingest", "code", code));
    }

    private static Scrape scrape() {
        return Scrape.of(given().get("/q/metrics").asString());
    }
}
