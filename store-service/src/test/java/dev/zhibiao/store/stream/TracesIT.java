package dev.zhibiao.store.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.CapturedLog;
import dev.zhibiao.events.testing.TestStream;
import dev.zhibiao.events.testing.TestTraces;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each record of a batch goes on with its own trace, to the write and to what is told of it. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // CDI and JUnit set the fields.
class TracesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    CollectedSpans spans;

    private TestStream stream;

    @BeforeEach
    void connect() {
        stream = new TestStream(bootstrapServers, Topic.STORED, Topic.OBSERVATIONS, Topic.FAILED);
    }

    @AfterEach
    void disconnect() {
        stream.close();
    }

    @Test
    void leadsEachRecordsTraceToTheWriteAndToWhatIsTold() {
        List<String> traces = new ArrayList<>();
        List<ReportExtracted> reports = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            String trace = TestTraces.begin();
            ReportExtracted extracted = Extracted.of("青原县第" + i + "份有踪迹的总值" + i + "亿元。", "1-aaaa", 1, "总值");
            stream.send(Topic.EXTRACTED, extracted.reportId(), EventJson.write(extracted), TestTraces.headers(trace));
            traces.add(trace);
            reports.add(extracted);
        }
        for (int i = 0; i < reports.size(); i++) {
            String trace = traces.get(i);
            ReportExtracted report = reports.get(i);
            assertThat(TestTraces.of(stream.next(Topic.STORED, report.reportId())))
                    .isEqualTo(trace);
            String observation = report.observations().get(0).observationId();
            assertThat(TestTraces.of(stream.next(Topic.OBSERVATIONS, observation)))
                    .isEqualTo(trace);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(spans.of(trace))
                            .extracting(SpanData::getName)
                            .contains("reports.extracted process", "mongodb bulkWrite", "reports.stored send"));
            SpanData process = named("reports.extracted process", trace);
            assertThat(process.getParentSpanId()).isEqualTo(TestTraces.SPAN);
            assertThat(named("mongodb bulkWrite", trace).getParentSpanId()).isEqualTo(process.getSpanId());
            assertThat(named("reports.stored send", trace).getParentSpanId()).isEqualTo(process.getSpanId());
        }
    }

    @Test
    void failsARecordInItsTrace() {
        String trace = TestTraces.begin();
        stream.send(Topic.EXTRACTED, "trace-poison", new byte[] {'{'}, TestTraces.headers(trace));
        assertThat(TestTraces.of(stream.next(Topic.FAILED, "trace-poison"))).isEqualTo(trace);
    }

    @Test
    void tellsOfAWithdrawalInTheTraceOfTheRequest() {
        String trace = TestTraces.begin();
        ReportExtracted extracted = Extracted.of("青原县要撤回的总值7亿元。", "1-aaaa", 1, "总值");
        stream.send(Topic.EXTRACTED, extracted.reportId(), EventJson.write(extracted));
        stream.next(Topic.STORED, extracted.reportId());
        given().header("traceparent", TestTraces.parent(trace))
                .delete("/reports/" + extracted.reportId())
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
        stream.next(
                Topic.STORED,
                extracted.reportId(),
                record -> TestTraces.of(record).equals(trace));
    }

    @Test
    void logsReportAndTraceAsFields() {
        try (CapturedLog log = CapturedLog.start()) {
            String trace = TestTraces.begin();
            ReportExtracted extracted = Extracted.of("青原县记下来的总值8亿元。", "1-aaaa", 1, "总值");
            stream.send(Topic.EXTRACTED, extracted.reportId(), EventJson.write(extracted), TestTraces.headers(trace));
            stream.next(Topic.STORED, extracted.reportId());
            assertThat(log.fields())
                    .anySatisfy(line -> assertThat(line)
                            .containsEntry("reportId", extracted.reportId())
                            .containsEntry("traceId", trace));
        }
    }

    private SpanData named(String name, String trace) {
        return spans.of(trace).stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
