package dev.zhibiao.extract.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.EventType;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.Hints;
import dev.zhibiao.events.Replay;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
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

    private KafkaProducer<String, byte[]> producer;
    private KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    @BeforeEach
    void connect() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("max.request.size", Topic.largestMessageBytes());
        properties.put("buffer.memory", 2L * Topic.largestMessageBytes());
        properties.put("auto.offset.reset", "earliest");
        properties.put("group.id", UUID.randomUUID().toString());
        producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topic.EXTRACTED.topicName(), Topic.FAILED.topicName()));
    }

    @AfterEach
    void disconnect() {
        producer.close();
        consumer.close();
    }

    @Test
    void givesTheReceivedTextOnWithItsHashAndItsMetadata() {
        ReportReceived received = Received.of("2019年，全区实现地区生产总值77.7亿元。\r\n𠮷祥");
        send(received.reportId(), EventJson.write(received));

        ConsumerRecord<String, byte[]> record = next(Topic.EXTRACTED, received.reportId());
        ReportExtracted extracted = EventJson.read(record.value(), ReportExtracted.class);

        assertThat(extracted.text()).isEqualTo(received.text());
        assertThat(extracted.textSha256()).isEqualTo(received.textSha256());
        assertThat(extracted.origin()).isEqualTo(received.origin());
        assertThat(extracted.receivedAt()).isEqualTo(received.receivedAt());
        assertThat(CloudEventHeaders.attributes(headers(record)))
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
        record.headers().add("traceparent", new byte[] {'0', '0'});
        producer.send(record);

        ConsumerRecord<String, byte[]> extracted = next(Topic.EXTRACTED, received.reportId());
        assertThat(Replay.from(headers(extracted))).isEqualTo(replay);
        assertThat(headers(extracted).get("traceparent")).isEqualTo(new byte[] {'0', '0'});
    }

    @Test
    void readsWhatWasThereBeforeItsGroupFirstCommitted() {
        assertThat(next(Topic.EXTRACTED, ReportId.of(Broker.EARLIER_TEXT))).isNotNull();
    }

    @Test
    void failsARecordThatIsNoEventWithItsBytesAndHeadersAndGoesOn() {
        byte[] value = {'{', (byte) 0xff, 0};
        ProducerRecord<String, byte[]> poison = new ProducerRecord<>(Topic.RECEIVED.topicName(), 0, "poison-1", value);
        poison.headers().add("ce_id", new byte[] {0, (byte) 0xfe});
        producer.send(poison);
        ReportReceived after = Received.of("毒记录之后，全区有3所学校。");
        producer.send(new ProducerRecord<>(Topic.RECEIVED.topicName(), 0, after.reportId(), EventJson.write(after)));

        ConsumerRecord<String, byte[]> record = next(Topic.FAILED, "poison-1");
        Failure failure = Failure.from(CloudEventHeaders.attributes(headers(record)));

        assertThat(failure.code()).isEqualTo("malformed-event");
        assertThat(failure.stage()).isEqualTo("extract");
        assertThat(failure.retryable()).isFalse();
        assertThat(failure.originalTopic()).isEqualTo("reports.received");
        assertThat(record.value()).isEqualTo(value);
        assertThat(headers(record).get("original-ce_id")).isEqualTo(new byte[] {0, (byte) 0xfe});
        assertThat(next(Topic.EXTRACTED, after.reportId())).isNotNull();
    }

    @Test
    void failsATombstone() {
        send("tombstone-1", null);
        assertThat(code(next(Topic.FAILED, "tombstone-1"))).isEqualTo("malformed-event");
    }

    @Test
    void failsAReportWhoseIdIsNotThatOfItsText() {
        ReportReceived received = Received.of("全区有4所学校。");
        String json = new String(EventJson.write(received), StandardCharsets.UTF_8)
                .replace(received.reportId(), "0123456789abcdef0123456789abcdef");
        send("wrong-id", json.getBytes(StandardCharsets.UTF_8));
        assertThat(code(next(Topic.FAILED, "wrong-id"))).isEqualTo("malformed-event");
    }

    @Test
    void failsAReportThatOverflowsTheStackAfterItsAttempts() {
        ReportReceived received = Received.of("全区有一个" + UnrulyReading.OVERFLOW + "。");
        send(received.reportId(), EventJson.write(received));

        ConsumerRecord<String, byte[]> record = next(Topic.FAILED, received.reportId());
        Failure failure = Failure.from(CloudEventHeaders.attributes(headers(record)));

        assertThat(failure.code()).isEqualTo("internal");
        assertThat(failure.detail()).isEqualTo("StackOverflowError");
        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(EventJson.read(record.value(), ReportReceived.class)).isEqualTo(received);
    }

    @Test
    void failsAReportThatTakesTooLong() {
        ReportReceived received = Received.of("全区追求" + UnrulyReading.ENDLESS + "。");
        send(received.reportId(), EventJson.write(received));
        assertThat(code(next(Topic.FAILED, received.reportId()))).isEqualTo("limit-exceeded");
    }

    @Test
    void makesAHintThatTheTextContradictsAConflict() {
        ReportReceived received = Received.of(
                "宁波市海曙区政府工作报告\n2020年1月9日在海曙区第十届人民代表大会上\n2019年，全区实现地区生产总值66.6亿元。", new Hints("330211", "2011"));
        send(received.reportId(), EventJson.write(received));

        ReportExtracted extracted =
                EventJson.read(next(Topic.EXTRACTED, received.reportId()).value(), ReportExtracted.class);

        assertThat(extracted.hints()).isEqualTo(received.hints());
        assertThat(extracted.metadata().conflicts()).extracting("kind").contains("area", "year");
    }

    @Test
    void commitsEverythingOnceItIsDealtWith() throws Exception {
        ReportReceived received = Received.of("全区有5所学校。");
        send(received.reportId(), EventJson.write(received));
        next(Topic.EXTRACTED, received.reportId());
        producer.flush();

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                Map<TopicPartition, Long> committed = new TreeMap<>((a, b) -> a.partition() - b.partition());
                admin.listConsumerGroupOffsets("extract-service")
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .forEach((partition, offset) -> committed.put(partition, offset(offset)));
                Map<TopicPartition, Long> ends = new TreeMap<>((a, b) -> a.partition() - b.partition());
                consumer.endOffsets(committed.keySet()).forEach(ends::put);
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

    private void send(String key, byte @Nullable [] value) {
        producer.send(new ProducerRecord<>(Topic.RECEIVED.topicName(), key, value));
    }

    private ConsumerRecord<String, byte[]> next(Topic topic, String key) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
                            return seen.stream()
                                    .filter(record ->
                                            record.topic().equals(topic.topicName()) && key.equals(record.key()))
                                    .findFirst()
                                    .orElse(null);
                        },
                        record -> record != null);
    }

    private static String code(ConsumerRecord<String, byte[]> record) {
        return Failure.from(CloudEventHeaders.attributes(headers(record))).code();
    }

    private static Map<String, byte[]> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, byte[]> headers = new TreeMap<>();
        record.headers().forEach(header -> headers.put(header.key(), header.value()));
        return headers;
    }
}
