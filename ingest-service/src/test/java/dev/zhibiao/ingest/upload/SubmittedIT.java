package dev.zhibiao.ingest.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that come over {@code reports.submitted}. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
@SuppressWarnings("NullAway.Init") // CDI and JUnit set the fields.
class SubmittedIT {

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
    void takesDocumentsFromKafkaAndFailsWhatHttpWouldRefuse() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        ProducerRecord<String, byte[]> poison = new ProducerRecord<>(Topic.SUBMITTED.topicName(), 0, "upstream-1", png);
        poison.headers().add("content-type", utf8("text/plain"));
        stream.send(poison);
        String text = "青原县的报告，全县有66所学校。";
        ProducerRecord<String, byte[]> good =
                new ProducerRecord<>(Topic.SUBMITTED.topicName(), 0, "upstream-2", utf8(text));
        good.headers().add("ce_source", utf8("https://example.org/c"));
        stream.send(good);

        ConsumerRecord<String, byte[]> record = stream.next(Topic.FAILED, "upstream-1");
        Failure failure = Failure.from(TestStream.attributes(record));
        assertThat(failure.stage()).isEqualTo("ingest");
        assertThat(failure.code()).isEqualTo("unsupported-type");
        assertThat(record.value()).isEqualTo(png);
        assertThat(TestStream.headers(record).get("original-content-type"))
                .asString()
                .isEqualTo("text/plain");
        ReportReceived received =
                EventJson.read(stream.next(Topic.RECEIVED, ReportId.of(text)).value(), ReportReceived.class);
        assertThat(received.origin().source()).isEqualTo("https://example.org/c");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void failsFromKafkaWithTheCodeThatHttpAnswers(byte[] document) {
        String code = given().contentType("text/plain")
                .body(document)
                .post("/reports")
                .then()
                .extract()
                .path("code");
        String key = "\u00ff" + UUID.randomUUID();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topic.SUBMITTED.topicName(), 1, key, document);
        record.headers()
                .add("batch", new byte[] {1})
                .add("batch", new byte[] {2})
                .add("nothing", null);
        stream.send(record);
        String after = "青原县的报告，其后有" + UUID.randomUUID() + "所学校。";
        stream.send(new ProducerRecord<>(Topic.SUBMITTED.topicName(), 1, key, utf8(after)));

        ConsumerRecord<String, byte[]> failed = stream.next(Topic.FAILED, key);
        assertThat(Failure.from(TestStream.attributes(failed)).code()).isEqualTo(code);
        assertThat(failed.value()).isEqualTo(document);
        assertThat(failed.headers().headers("original-batch"))
                .extracting(Header::value)
                .containsExactly(new byte[] {1}, new byte[] {2});
        assertThat(failed.headers().lastHeader("original-nothing").value()).isNull();
        stream.next(Topic.RECEIVED, ReportId.of(after));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(Named.of("empty", new byte[0])),
                Arguments.of(Named.of("white space", utf8(" \n"))),
                Arguments.of(Named.of("no Chinese", utf8("no"))),
                Arguments.of(Named.of("an image", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})),
                Arguments.of(Named.of("NUL", utf8("青原县\0报告"))),
                Arguments.of(Named.of("too large", utf8("青".repeat(Broker.LARGEST_DOCUMENT)))));
    }

    @Test
    void takesTheHintsOfHeadersByTheRulesOfParameters() {
        String text = "青原县的报告，全县有77所学校。";
        ProducerRecord<String, byte[]> good = new ProducerRecord<>(Topic.SUBMITTED.topicName(), "hints-1", utf8(text));
        good.headers().add("source", utf8("https://example.org/d")).add("area", utf8("330203"));
        good.headers().add("ce_year", utf8("2024"));
        stream.send(good);
        ProducerRecord<String, byte[]> bad = new ProducerRecord<>(Topic.SUBMITTED.topicName(), "hints-2", utf8(text));
        bad.headers().add("year", utf8("last"));
        stream.send(bad);

        ReportReceived received =
                EventJson.read(stream.next(Topic.RECEIVED, ReportId.of(text)).value(), ReportReceived.class);
        assertThat(received.origin().source()).isEqualTo("https://example.org/d");
        assertThat(received.hints()).hasToString("Hints[area=330203, year=2024]");
        Failure failure = Failure.from(TestStream.attributes(stream.next(Topic.FAILED, "hints-2")));
        assertThat(failure.code()).isEqualTo("bad-parameter");
    }

    @Test
    void failsWhatIsTooLargeToBeRepeatedWithoutItsBytes() {
        byte[] zeros = new byte[Topic.FAILED.maxMessageBytes()];
        stream.send(new ProducerRecord<>(Topic.SUBMITTED.topicName(), 2, "zeros-1", zeros));
        String after = "青原县的报告，全县有88所学校。";
        stream.send(new ProducerRecord<>(Topic.SUBMITTED.topicName(), 2, "zeros-2", utf8(after)));

        ConsumerRecord<String, byte[]> failed = stream.next(Topic.FAILED, "zeros-1");
        Failure failure = Failure.from(TestStream.attributes(failed));
        assertThat(failure.code()).isEqualTo("too-large");
        assertThat(failure.detail()).contains("reports.submitted partition 2 offset ");
        assertThat(failed.value()).isNull();
        stream.next(Topic.RECEIVED, ReportId.of(after));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
