package dev.zhibiao.extract.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;
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
        String trace = newTrace();
        stream.send(Topic.RECEIVED, "trace-poison", new byte[] {'{'}, headers(trace));
        ConsumerRecord<String, byte[]> failed = stream.next(Topic.FAILED, "trace-poison");
        assertThat(traceOf(failed)).isEqualTo(trace);
        assertThat(TestStream.headers(failed)).containsKey("original-traceparent");
    }

    @Test
    void beginsATraceWhereTheRecordNamesNone() {
        ReportReceived received = Received.of("没有踪迹的报告，全区有6所学校。");
        stream.send(Topic.RECEIVED, received.reportId(), EventJson.write(received));
        assertThat(traceOf(stream.next(Topic.EXTRACTED, received.reportId()))).matches("[0-9a-f]{32}");
    }

    @Test
    void logsReportAndTraceAsFields() {
        List<Map<String, String>> fields = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record instanceof ExtLogRecord line) {
                    fields.add(Map.copyOf(line.getMdcCopy()));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(handler);
        try {
            String trace = newTrace();
            ReportReceived received = Received.of("记下来的报告，全区有9所学校。");
            stream.send(Topic.RECEIVED, received.reportId(), EventJson.write(received), headers(trace));
            stream.next(Topic.EXTRACTED, received.reportId());
            assertThat(fields)
                    .anySatisfy(line -> assertThat(line)
                            .containsEntry("reportId", received.reportId())
                            .containsEntry("traceId", trace));
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
    }

    private static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static Map<String, byte[]> headers(String trace) {
        String parent = "00-" + trace + "-00f067aa0ba902b7-01";
        return Map.of("traceparent", parent.getBytes(StandardCharsets.UTF_8));
    }

    private static String traceOf(ConsumerRecord<String, byte[]> record) {
        byte[] parent = TestStream.headers(record).getOrDefault("traceparent", new byte[0]);
        String[] parts = new String(parent, StandardCharsets.UTF_8).split("-");
        return parts.length > 1 ? parts[1] : "";
    }
}
