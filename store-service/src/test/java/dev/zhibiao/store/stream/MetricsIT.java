package dev.zhibiao.store.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Replay;
import dev.zhibiao.events.ReportExtracted;
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

/** What a scrape finds after reports have been stored and given up. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // CDI and JUnit set the fields.
class MetricsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String END_TO_END = "zhibiao_end_to_end_seconds_count";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private TestStream stream;

    @BeforeEach
    void connect() {
        stream = new TestStream(bootstrapServers, Topic.STORED, Topic.FAILED);
    }

    @AfterEach
    void disconnect() {
        stream.close();
    }

    @Test
    void countsWhatIsStoredAndTimesItFromItsReceipt() {
        Scrape before = scrape();
        ReportExtracted extracted = Extracted.of("青原县量过的财政收入4亿元，总值5亿元。", "1-aaaa", 1, "财政收入");
        stream.send(Topic.EXTRACTED, extracted.reportId(), EventJson.write(extracted));
        stream.next(Topic.STORED, extracted.reportId());

        await().atMost(PATIENCE).untilAsserted(() -> {
            Scrape after = scrape();
            assertThat(after.value(END_TO_END)).isEqualTo(before.value(END_TO_END) + 1);
            assertThat(after.value("zhibiao_reports_stored_total"))
                    .isEqualTo(before.value("zhibiao_reports_stored_total") + 1);
            assertThat(observations(after, "added")).isEqualTo(observations(before, "added") + 2);
            Map<String, String> topic = Map.of("topic", "reports.extracted");
            assertThat(after.value("zhibiao_batch_size_records_sum", topic))
                    .isEqualTo(before.value("zhibiao_batch_size_records_sum", topic) + 1);
            assertThat(after.value("zhibiao_write_seconds_count", topic))
                    .isEqualTo(before.value("zhibiao_write_seconds_count", topic) + 1);
            assertThat(after.value("zhibiao_in_flight", Map.of("stage", "store")))
                    .isZero();
        });
    }

    @Test
    void leavesReplaysOutOfTheTimeFromReceiptToStored() {
        Scrape before = scrape();
        ReportExtracted extracted = Extracted.of("青原县重放的总值6亿元。", "1-aaaa", 1, "总值");
        stream.send(
                Topic.EXTRACTED,
                extracted.reportId(),
                EventJson.write(extracted),
                new Replay("run-1", false, null, 0).headers());
        stream.next(Topic.STORED, extracted.reportId());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(scrape().value("zhibiao_reports_stored_total"))
                        .isEqualTo(before.value("zhibiao_reports_stored_total") + 1));
        assertThat(scrape().value(END_TO_END)).isEqualTo(before.value(END_TO_END));
    }

    @Test
    void countsFailuresByCode() {
        Map<String, String> malformed = Map.of("stage", "store", "code", "malformed-event");
        Scrape before = scrape();
        stream.send(Topic.EXTRACTED, "metrics-poison", new byte[] {'{'});
        stream.next(Topic.FAILED, "metrics-poison");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(scrape().value("zhibiao_failures_total", malformed))
                        .isEqualTo(before.value("zhibiao_failures_total", malformed) + 1));
        assertThat(scrape().value("zhibiao_retries_total", Map.of("stage", "store", "code", "store-unavailable")))
                .isNotNegative();
    }

    @Test
    void countsReceptionsByBatch() {
        Map<String, String> topic = Map.of("topic", "reports.received");
        Scrape before = scrape();
        ReportReceived received = Extracted.received("青原县量过的报告。", Extracted.RECEIVED_AT, "https://example.org/m");
        stream.send(Topic.RECEIVED, received.reportId(), EventJson.write(received));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(scrape().value("zhibiao_batch_size_records_sum", topic))
                        .isEqualTo(before.value("zhibiao_batch_size_records_sum", topic) + 1));
    }

    private static double observations(Scrape scrape, String change) {
        return scrape.value("zhibiao_observations_stored_total", Map.of("change", change));
    }

    private static Scrape scrape() {
        return Scrape.of(given().get("/q/metrics").asString());
    }
}
