package dev.zhibiao.extract.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.CapturedLog;
import dev.zhibiao.events.testing.TestStream;
import dev.zhibiao.events.testing.TestTraces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report's trace goes on in what comes of it, and stands in what is logged of it. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
@SuppressWarnings("NullAway.Init") // CDI and JUnit set the fields.
class TracesIT {

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
    void failsARecordInItsTrace() {
        String trace = TestTraces.begin();
        stream.send(Topic.RECEIVED, "trace-poison", new byte[] {'{'}, TestTraces.headers(trace));
        ConsumerRecord<String, byte[]> failed = stream.next(Topic.FAILED, "trace-poison");
        assertThat(TestTraces.of(failed)).isEqualTo(trace);
        assertThat(TestStream.headers(failed)).containsKey("original-traceparent");
    }

    @Test
    void beginsATraceWhereTheRecordNamesNone() {
        ReportReceived received = Received.of("没有踪迹的报告，全区有6所学校。");
        stream.send(Topic.RECEIVED, received.reportId(), EventJson.write(received));
        assertThat(TestTraces.of(stream.next(Topic.EXTRACTED, received.reportId())))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void logsReportAndTraceAsFields() {
        try (CapturedLog log = CapturedLog.start()) {
            String trace = TestTraces.begin();
            ReportReceived received = Received.of("记下来的报告，全区有9所学校。");
            stream.send(Topic.RECEIVED, received.reportId(), EventJson.write(received), TestTraces.headers(trace));
            stream.next(Topic.EXTRACTED, received.reportId());
            assertThat(log.fields())
                    .anySatisfy(line -> assertThat(line)
                            .containsEntry("reportId", received.reportId())
                            .containsEntry("traceId", trace));
        }
    }
}
