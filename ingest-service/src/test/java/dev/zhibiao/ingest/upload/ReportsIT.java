package dev.zhibiao.ingest.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.EventType;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.Problem;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Broker.class)
@SuppressWarnings("NullAway.Init") // CDI and JUnit set the fields.
class ReportsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TestHTTPResource
    URL address;

    private KafkaProducer<String, byte[]> producer;
    private KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    @BeforeEach
    void connect() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("auto.offset.reset", "earliest");
        properties.put("group.id", UUID.randomUUID().toString());
        producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topic.RECEIVED.topicName(), Topic.FAILED.topicName()));
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @AfterEach
    void disconnect() {
        producer.close();
        consumer.close();
    }

    @Test
    void answersAFormWhenTheBrokerHasTheReport() {
        String text = "青原县政府工作报告\r\n全县实现地区生产总值11.1亿元。";
        String id = ReportId.of(text);

        given().multiPart("file", "a.bin", text.getBytes(Charset.forName("GB18030")))
                .multiPart("source", "https://example.org/a")
                .multiPart("area", "330203")
                .multiPart("year", "2024")
                .post("/reports")
                .then()
                .statusCode(202)
                .header("Location", endsWith("/reports/" + id))
                .body("reportId", equalTo(id))
                .body("status", equalTo("received"));

        ConsumerRecord<String, byte[]> record = next(Topic.RECEIVED, id);
        ReportReceived received = EventJson.read(record.value(), ReportReceived.class);
        assertThat(received.text()).isEqualTo(text);
        assertThat(received.origin().charset()).isEqualTo("GB18030");
        assertThat(received.origin().source()).isEqualTo("https://example.org/a");
        assertThat(received.hints()).hasToString("Hints[area=330203, year=2024]");
        assertThat(CloudEventHeaders.attributes(headers(record)))
                .containsEntry("type", EventType.RECEIVED.type())
                .containsEntry("id", EventType.RECEIVED.id(id, "https://example.org/a"));
    }

    @Test
    void callsTheSameTextADuplicateInEveryEncoding() {
        String text = "青原县的报告，全县有22所学校。";
        raw(text.getBytes(StandardCharsets.UTF_8)).statusCode(202).body("status", equalTo("received"));
        raw(text.getBytes(StandardCharsets.UTF_16LE)).statusCode(202).body("status", equalTo("duplicate"));
    }

    @Test
    void callsWhatAnotherReplicaReceivedADuplicate() {
        raw(Broker.EARLIER_TEXT.getBytes(StandardCharsets.UTF_8))
                .statusCode(202)
                .body("status", equalTo("duplicate"));
    }

    @Test
    void addsTheNewSourceOfADuplicate() {
        byte[] text = "青原县的报告，全县有33所学校。".getBytes(StandardCharsets.UTF_8);
        String id = raw(text).extract().path("reportId");
        given().body(text)
                .queryParam("source", "https://example.org/b")
                .post("/reports")
                .then()
                .body("status", equalTo("duplicate"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            poll();
            assertThat(seen)
                    .filteredOn(record -> id.equals(record.key()))
                    .extracting(record -> EventJson.read(record.value(), ReportReceived.class)
                            .origin()
                            .source())
                    .containsExactly(null, "https://example.org/b");
        });
    }

    @Test
    void receivesAReportAgainThatALaterStageGaveUp() {
        byte[] text = "青原县的报告，全县有44所学校。".getBytes(StandardCharsets.UTF_8);
        String id = raw(text).extract().path("reportId");
        Failure failure = new Failure("extract", "internal", "for the test", true, 3, "reports.received", id);
        ProducerRecord<String, byte[]> failed = new ProducerRecord<>(Topic.FAILED.topicName(), id, text);
        CloudEventHeaders.failed(failure, "1", "/test", Instant.now(), Map.of())
                .forEach((name, value) -> failed.headers().add(name, value));
        producer.send(failed);
        await().atMost(PATIENCE).until(() -> raw(text).extract().path("status").equals("received"));
    }

    @Test
    void refusesWithTheProblemsCode() {
        raw(new byte[0]).statusCode(422).body("code", equalTo("empty")).contentType("application/problem+json");
        raw(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .statusCode(415)
                .body("code", equalTo("unsupported-type"));
        raw("plain".getBytes(StandardCharsets.UTF_8)).statusCode(422).body("code", equalTo("not-chinese"));
        given().multiPart("file", "a", "青原县".getBytes(StandardCharsets.UTF_8))
                .multiPart("year", "last")
                .post("/reports")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-parameter"))
                .body("parameter", equalTo("year"));
        given().multiPart("area", "330203")
                .post("/reports")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("file"));
        given().get("/nothing").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void refusesABodyThatSaysItIsTooLargeBeforeReadingIt() throws IOException {
        String answer = exchange("POST /reports HTTP/1.1\r\nHost: x\r\nContent-Length: 50000000\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("\"code\":\"too-large\"");
    }

    @Test
    void judgesADocumentThatSaysNoMediaTypeByItsContent() throws IOException {
        String answer = exchange("POST /reports HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nno");
        assertThat(answer).startsWith("HTTP/1.1 422").contains("\"code\":\"not-chinese\"");
    }

    @Test
    void refusesARawChineseQueryAndNamesIt() throws IOException {
        String answer = exchange("POST /reports?area=海曙 HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"bad-parameter\"");
    }

    @Test
    void refusesMoreThanItCanHoldAndTakesThemWhenThereIsRoom() throws IOException {
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < Broker.MOST_IN_FLIGHT; i++) {
            Socket socket = new Socket(address.getHost(), address.getPort());
            socket.getOutputStream()
                    .write(
                            "POST /reports HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\n青"
                                    .getBytes(StandardCharsets.UTF_8));
            open.add(socket);
        }
        byte[] text = "青原县的报告，全县有55所学校。".getBytes(StandardCharsets.UTF_8);
        await().atMost(PATIENCE)
                .untilAsserted(() -> raw(text)
                        .statusCode(503)
                        .header("Retry-After", equalTo("2"))
                        .body("code", equalTo(Problem.OVERLOADED.code())));
        for (Socket socket : open) {
            socket.close();
        }
        await().atMost(PATIENCE).untilAsserted(() -> raw(text).statusCode(202));
    }

    @Test
    void takesDocumentsFromKafkaAndFailsWhatHttpWouldRefuse() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        ProducerRecord<String, byte[]> poison = new ProducerRecord<>(Topic.SUBMITTED.topicName(), 0, "upstream-1", png);
        poison.headers().add("content-type", "text/plain".getBytes(StandardCharsets.UTF_8));
        producer.send(poison);
        String text = "青原县的报告，全县有66所学校。";
        ProducerRecord<String, byte[]> good = new ProducerRecord<>(
                Topic.SUBMITTED.topicName(), 0, "upstream-2", text.getBytes(StandardCharsets.UTF_8));
        good.headers().add("ce_source", "https://example.org/c".getBytes(StandardCharsets.UTF_8));
        producer.send(good);

        ConsumerRecord<String, byte[]> record = next(Topic.FAILED, "upstream-1");
        Failure failure = Failure.from(CloudEventHeaders.attributes(headers(record)));
        assertThat(failure.stage()).isEqualTo("ingest");
        assertThat(failure.code()).isEqualTo("unsupported-type");
        assertThat(record.value()).isEqualTo(png);
        assertThat(headers(record).get("original-content-type")).asString().isEqualTo("text/plain");
        ReportReceived received =
                EventJson.read(next(Topic.RECEIVED, ReportId.of(text)).value(), ReportReceived.class);
        assertThat(received.origin().source()).isEqualTo("https://example.org/c");
    }

    private static ValidatableResponse raw(byte[] document) {
        return given().contentType("text/plain").body(document).post("/reports").then();
    }

    /** As curl would not send it. */
    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            InputStream in = socket.getInputStream();
            // The server may keep the connection: what it says is complete with the problem's last brace.
            StringBuilder answer = new StringBuilder();
            for (int b = in.read(); b >= 0 && b != '}'; b = in.read()) {
                answer.append((char) b);
            }
            return answer.toString();
        }
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
    }

    private ConsumerRecord<String, byte[]> next(Topic topic, String key) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            poll();
                            return seen.stream()
                                    .filter(record ->
                                            record.topic().equals(topic.topicName()) && key.equals(record.key()))
                                    .findFirst()
                                    .orElse(null);
                        },
                        record -> record != null);
    }

    private static Map<String, byte[]> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, byte[]> headers = new TreeMap<>();
        record.headers().forEach(header -> headers.put(header.key(), header.value()));
        return headers;
    }
}
