package dev.zhibiao.extract.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.EventType;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.Hints;
import dev.zhibiao.events.Replay;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Broker.class)
@SuppressWarnings("NullAway.Init") // CDI and JUnit set the fields.
class ExtractStreamIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

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
    void givesTheReceivedTextOnWithItsHashAndItsMetadata() {
        ReportReceived received = Received.of("2019年，全区实现地区生产总值77.7亿元。\r\n𠮷祥");
        stream.send(Topic.RECEIVED, received.reportId(), EventJson.write(received));

        ConsumerRecord<String, byte[]> record = stream.next(Topic.EXTRACTED, received.reportId());
        ReportExtracted extracted = EventJson.read(record.value(), ReportExtracted.class);

        assertThat(extracted.text()).isEqualTo(received.text());
        assertThat(extracted.textSha256()).isEqualTo(received.textSha256());
        assertThat(extracted.origin()).isEqualTo(received.origin());
        assertThat(extracted.receivedAt()).isEqualTo(received.receivedAt());
        assertThat(TestStream.attributes(record))
                .containsEntry("type", EventType.EXTRACTED.type())
                .containsEntry("subject", received.reportId())
                .containsEntry(
                        "id",
                        EventType.EXTRACTED.id(
                                received.reportId(),
                                extracted.extractorVersion(),
                                received.receivedAt().toString()));
    }

    @Test
    void passesOnWhatAReplaySaysAndTheTrace() {
        ReportReceived received = Received.of("重放的报告，全区有5所学校。");
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topic.RECEIVED.topicName(), received.reportId(), EventJson.write(received));
        Replay replay = new Replay("run-1", true, "9-abcd", 2);
        replay.headers().forEach((name, value) -> record.headers().add(name, value));
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String sender = "00f067aa0ba902b7";
        record.headers().add("traceparent", ("00-" + trace + "-" + sender + "-01").getBytes(StandardCharsets.UTF_8));
        stream.send(record);

        ConsumerRecord<String, byte[]> extracted = stream.next(Topic.EXTRACTED, received.reportId());
        assertThat(Replay.from(TestStream.headers(extracted))).isEqualTo(replay);
        // The same trace, and a span of this stage's own.
        assertThat(TestStream.headers(extracted).get("traceparent"))
                .asString(StandardCharsets.UTF_8)
                .startsWith("00-" + trace + "-")
                .endsWith("-01")
                .doesNotContain(sender);
    }

    @Test
    void readsWhatWasThereBeforeItsGroupFirstCommitted() {
        assertThat(stream.next(Topic.EXTRACTED, ReportId.of(Broker.EARLIER_TEXT)))
                .isNotNull();
    }

    @Test
    void failsARecordThatIsNoEventWithItsBytesAndHeadersAndGoesOn() {
        byte[] value = {'{', (byte) 0xff, 0};
        ProducerRecord<String, byte[]> poison = new ProducerRecord<>(Topic.RECEIVED.topicName(), 0, "poison-1", value);
        poison.headers().add("ce_id", new byte[] {0, (byte) 0xfe});
        stream.send(poison);
        ReportReceived after = Received.of("毒记录之后，全区有3所学校。");
        stream.send(new ProducerRecord<>(Topic.RECEIVED.topicName(), 0, after.reportId(), EventJson.write(after)));

        ConsumerRecord<String, byte[]> record = stream.next(Topic.FAILED, "poison-1");
        Failure failure = Failure.from(TestStream.attributes(record));

        assertThat(failure.code()).isEqualTo("malformed-event");
        assertThat(failure.stage()).isEqualTo("extract");
        assertThat(failure.retryable()).isFalse();
        assertThat(failure.originalTopic()).isEqualTo("reports.received");
        assertThat(record.value()).isEqualTo(value);
        assertThat(TestStream.headers(record).get("original-ce_id")).isEqualTo(new byte[] {0, (byte) 0xfe});
        assertThat(stream.next(Topic.EXTRACTED, after.reportId())).isNotNull();
    }

    @Test
    void failsATombstone() {
        stream.send(Topic.RECEIVED, "tombstone-1", null);
        assertThat(code(stream.next(Topic.FAILED, "tombstone-1"))).isEqualTo("malformed-event");
    }

    @Test
    void failsAReportWhoseIdIsNotThatOfItsText() {
        ReportReceived received = Received.of("全区有4所学校。");
        String json = new String(EventJson.write(received), StandardCharsets.UTF_8)
                .replace(received.reportId(), "0123456789abcdef0123456789abcdef");
        stream.send(Topic.RECEIVED, "wrong-id", json.getBytes(StandardCharsets.UTF_8));
        assertThat(code(stream.next(Topic.FAILED, "wrong-id"))).isEqualTo("malformed-event");
    }

    @Test
    void failsAReportThatOverflowsTheStackAfterItsAttempts() {
        ReportReceived received = Received.of("全区有一个" + UnrulyReading.OVERFLOW + "。");
        stream.send(Topic.RECEIVED, received.reportId(), EventJson.write(received));

        ConsumerRecord<String, byte[]> record = stream.next(Topic.FAILED, received.reportId());
        Failure failure = Failure.from(TestStream.attributes(record));

        assertThat(failure.code()).isEqualTo("internal");
        assertThat(failure.detail()).isEqualTo("StackOverflowError");
        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(EventJson.read(record.value(), ReportReceived.class)).isEqualTo(received);
    }

    @Test
    void failsAReportThatTakesTooLong() {
        ReportReceived received = Received.of("全区追求" + UnrulyReading.ENDLESS + "。");
        stream.send(Topic.RECEIVED, received.reportId(), EventJson.write(received));
        assertThat(code(stream.next(Topic.FAILED, received.reportId()))).isEqualTo("limit-exceeded");
    }

    @Test
    void makesAHintThatTheTextContradictsAConflict() {
        ReportReceived received = Received.of(
                "宁波市海曙区政府工作报告\n2020年1月9日在海曙区第十届人民代表大会上\n2019年，全区实现地区生产总值66.6亿元。", new Hints("330211", "2011"));
        stream.send(Topic.RECEIVED, received.reportId(), EventJson.write(received));

        ReportExtracted extracted =
                EventJson.read(stream.next(Topic.EXTRACTED, received.reportId()).value(), ReportExtracted.class);

        assertThat(extracted.hints()).isEqualTo(received.hints());
        assertThat(extracted.metadata().conflicts()).extracting("kind").contains("area", "year");
    }

    @Test
    void commitsEverythingOnceItIsDealtWith() throws Exception {
        ReportReceived received = Received.of("全区有5所学校。");
        stream.send(Topic.RECEIVED, received.reportId(), EventJson.write(received));
        stream.next(Topic.EXTRACTED, received.reportId());

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                Map<TopicPartition, Long> committed = new TreeMap<>((a, b) -> a.partition() - b.partition());
                admin.listConsumerGroupOffsets("extract-service")
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .forEach((partition, offset) -> committed.put(partition, offset(offset)));
                Map<TopicPartition, Long> ends = new TreeMap<>((a, b) -> a.partition() - b.partition());
                Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
                committed.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
                admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
                assertThat(committed).isNotEmpty().isEqualTo(ends);
            });
        }
    }

    @Test
    void isReadyAndCountsItsRecords() {
        RestAssured.get("/q/health/ready").then().statusCode(200);
        RestAssured.get("/q/health/live").then().statusCode(200);
        RestAssured.get("/q/metrics").then().statusCode(200);
    }

    private static long offset(OffsetAndMetadata offset) {
        return offset.offset();
    }

    private static String code(ConsumerRecord<String, byte[]> record) {
        return Failure.from(TestStream.attributes(record)).code();
    }
}
