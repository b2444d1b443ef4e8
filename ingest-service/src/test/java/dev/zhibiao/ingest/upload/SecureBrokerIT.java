package dev.zhibiao.ingest.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.CapturedLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Each client of the service reaches a broker behind TLS and SASL by the settings under {@code kafka.} alone. */
@QuarkusTest
@QuarkusTestResource(value = SecureBroker.class, restrictToAnnotatedClass = true)
@SuppressWarnings("NullAway.Init") // CDI sets the fields.
class SecureBrokerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void everyClientComesIn() {
        try (CapturedLog log = CapturedLog.start()) {
            followerOfKnownReports();
            senderOfEvents();
            consumersOfSubmittedAndFailed();
            assertThat(log.text()).contains("stage=ingest").doesNotContain(SecureBroker.PASSWORD);
        }
    }

    private static void followerOfKnownReports() {
        assertThat(Broker.EARLIER_TEXT).isNotBlank();
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
        given().contentType("text/plain")
                .body(Broker.EARLIER_TEXT.getBytes(StandardCharsets.UTF_8))
                .post("/reports")
                .then()
                .body("status", equalTo("duplicate"));
    }

    private static void senderOfEvents() {
        given().contentType("text/plain")
                .body("青原县的报告，全县有99所学校。".getBytes(StandardCharsets.UTF_8))
                .post("/reports")
                .then()
                .statusCode(202);
    }

    private void consumersOfSubmittedAndFailed() {
        String text = "青原县的报告，全县有111所学校。";
        try (var producer =
                        new KafkaProducer<>(new HashMap<>(kafka), new StringSerializer(), new ByteArraySerializer());
                var consumer = new KafkaConsumer<>(
                        settingsOfAReader(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topic.RECEIVED.topicName(), Topic.FAILED.topicName()));
            producer.send(
                    new ProducerRecord<>(Topic.SUBMITTED.topicName(), "good", text.getBytes(StandardCharsets.UTF_8)));
            producer.send(new ProducerRecord<>(Topic.SUBMITTED.topicName(), "bad", new byte[0]));
            List<String> keys = new ArrayList<>();
            await().atMost(PATIENCE).untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> keys.add(record.key()));
                assertThat(keys).contains(ReportId.of(text), "bad");
            });
            // And what another stage gave up is let in again.
            String known = ReportId.of(Broker.EARLIER_TEXT);
            producer.send(new ProducerRecord<>(Topic.FAILED.topicName(), known, new byte[0]));
            await().atMost(PATIENCE)
                    .until(() -> given().contentType("text/plain")
                            .body(Broker.EARLIER_TEXT.getBytes(StandardCharsets.UTF_8))
                            .post("/reports")
                            .then()
                            .extract()
                            .path("status")
                            .equals("received"));
        }
    }

    private Map<String, Object> settingsOfAReader() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("group.id", "test");
        settings.put("auto.offset.reset", "earliest");
        return settings;
    }
}
