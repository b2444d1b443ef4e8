package dev.zhibiao.ingest.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.CapturedLog;
import dev.zhibiao.events.testing.TestStream;
import dev.zhibiao.events.testing.TestTraces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A document's trace goes on in what is sent of it, and stands in what is logged of it. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
@SuppressWarnings("NullAway.Init") // CDI and JUnit set the fields.
class TracesIT {

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
    void goesOnWithTheTraceOfTheRequest() {
        String trace = TestTraces.begin();
        String text = "青原县的报告，踪迹" + trace + "。";
        given().header("traceparent", TestTraces.parent(trace))
                .contentType("text/plain")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/reports")
                .then()
                .statusCode(202);
        assertThat(TestTraces.of(stream.next(Topic.RECEIVED, ReportId.of(text))))
                .isEqualTo(trace);
    }

    @Test
    void beginsATraceWhereTheRequestNamesNone() {
        String text = "青原县的报告，无踪迹" + UUID.randomUUID() + "。";
        given().contentType("text/plain")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/reports");
        assertThat(TestTraces.of(stream.next(Topic.RECEIVED, ReportId.of(text))))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void goesOnWithTheTraceOfASubmittedRecord() {
        String good = TestTraces.begin();
        String text = "青原县的报告，来自消息" + good + "。";
        stream.send(Topic.SUBMITTED, "trace-good", text.getBytes(StandardCharsets.UTF_8), TestTraces.headers(good));
        String bad = TestTraces.begin();
        stream.send(Topic.SUBMITTED, "trace-bad", new byte[0], TestTraces.headers(bad));

        assertThat(TestTraces.of(stream.next(Topic.RECEIVED, ReportId.of(text))))
                .isEqualTo(good);
        ConsumerRecord<String, byte[]> failed = stream.next(Topic.FAILED, "trace-bad");
        assertThat(TestTraces.of(failed)).isEqualTo(bad);
        assertThat(TestStream.headers(failed).get("original-traceparent"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(TestTraces.parent(bad));
    }

    @Test
    void logsReportAndTraceAsFields() {
        String trace = TestTraces.begin();
        String text = "青原县的报告，日志" + trace + "。";
        try (CapturedLog log = CapturedLog.start()) {
            given().header("traceparent", TestTraces.parent(trace))
                    .contentType("text/plain")
                    .body(text.getBytes(StandardCharsets.UTF_8))
                    .post("/reports");
            assertThat(log.fields())
                    .anySatisfy(fields -> assertThat(fields)
                            .containsEntry("reportId", ReportId.of(text))
                            .containsEntry("traceId", trace));
            assertThat(log.text()).doesNotContain("青原县");
        }
    }
}
