package dev.zhibiao.extract.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.Scrape;
import dev.zhibiao.events.testing.TestStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a scrape finds after reports have been read and given up. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
@SuppressWarnings("NullAway.Init") // CDI and JUnit set the fields.
class MetricsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Map<String, String> INTERNAL = Map.of("stage", "extract", "code", "internal");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private TestStream stream;

    @BeforeEach
    void connect() {
        stream = new TestStream(bootstrapServers, Topic.EXTRACTED, Topic.FAILED);
    }

    @AfterEach
    void disconnect() {
        stream.close();
    }

    @Test
    void countsObservationsByMeasureAndTimesReadings() {
        Scrape before = scrape();
        ReportReceived received = Received.of("2019年，全区实现地区生产总值66.6亿元，增长6.6%。");
        stream.send(Topic.RECEIVED, received.reportId(), EventJson.write(received));
        stream.next(Topic.EXTRACTED, received.reportId());

        Scrape after = scrape();
        for (String measure : new String[] {"level", "growth"}) {
            assertThat(found(after, measure)).isGreaterThanOrEqualTo(found(before, measure) + 1);
        }
        Map<String, String> extracted = Map.of("outcome", "extracted");
        assertThat(after.value("zhibiao_extract_seconds_count", extracted)).isPositive();
        assertThat(after.value("zhibiao_extract_seconds_bucket", Map.of("outcome", "extracted", "le", "60.0")))
                .isPositive();
        assertThat(after.value("zhibiao_in_flight", Map.of("stage", "extract"))).isNotNegative();
        assertThat(after.value("zhibiao_runaway_readings")).isNotNegative();
    }

    @Test
    void countsRetriesAndFailures() {
        Scrape before = scrape();
        ReportReceived received = Received.of("全区又有一个" + UnrulyReading.OVERFLOW + "。");
        stream.send(Topic.RECEIVED, received.reportId(), EventJson.write(received));
        stream.next(Topic.FAILED, received.reportId());

        await().atMost(PATIENCE).untilAsserted(() -> {
            Scrape after = scrape();
            assertThat(after.value("zhibiao_failures_total", INTERNAL))
                    .isGreaterThanOrEqualTo(before.value("zhibiao_failures_total", INTERNAL) + 1);
            assertThat(after.value("zhibiao_retries_total", INTERNAL))
                    .isGreaterThanOrEqualTo(before.value("zhibiao_retries_total", INTERNAL) + 2);
            assertThat(after.value("zhibiao_extract_seconds_count", Map.of("outcome", "failed")))
                    .isPositive();
        });
    }

    private static double found(Scrape scrape, String measure) {
        return scrape.value("zhibiao_observations_found_total", Map.of("measure", measure));
    }

    private static Scrape scrape() {
        return Scrape.of(given().get("/q/metrics").asString());
    }
}
