package dev.zhibiao.ingest.isolation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import dev.zhibiao.ingest.format.DocBuilder;
import dev.zhibiao.ingest.format.DocxBuilder;
import dev.zhibiao.ingest.format.HostileDocument;
import dev.zhibiao.ingest.format.HostileSet;
import dev.zhibiao.ingest.format.PdfBuilder;
import dev.zhibiao.ingest.upload.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What HTTP answers and what becomes of the same document on {@code reports.submitted}. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
@SuppressWarnings("NullAway.Init") // CDI and JUnit set the fields.
class BothWaysInIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Small ones that end by themselves, one or more for each code. */
    private static final List<String> TRIED = List.of(
            "nothing",
            "a NUL in a text",
            "English",
            "a PNG",
            "billion laughs in XML",
            "a page of pictures",
            "a zip of 1 GB of zeros",
            "billion laughs in a DOCX",
            "a DOCX of 5 MB of text",
            "a DOCX with a password",
            "a DOC cut off at 0.5",
            "a PDF cut off at 0.5",
            "a PDF with a password",
            "a PDF of a scan");

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
    void refusesTheSameWithTheSameCodeAndGoesOn() {
        List<HostileDocument> hostile = HostileSet.all().stream()
                .filter(document -> TRIED.contains(document.name()))
                .toList();
        assertThat(hostile).hasSameSizeAs(TRIED);
        Map<String, byte[]> sent = new TreeMap<>();
        for (HostileDocument document : hostile) {
            byte[] bytes = document.bytes().get();
            sent.put(document.name(), bytes);
            // All to one partition: each must let the next one pass.
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(Topic.SUBMITTED.topicName(), 0, document.name(), bytes);
            record.headers().add("content-type", "text/plain".getBytes(StandardCharsets.UTF_8));
            stream.send(record);
            given().contentType("text/plain")
                    .body(bytes)
                    .post("/reports")
                    .then()
                    .body("code", equalTo(document.expected()));
        }
        for (HostileDocument document : hostile) {
            ConsumerRecord<String, byte[]> record = stream.next(Topic.FAILED, document.name());
            Failure failure = Failure.from(TestStream.attributes(record));
            assertThat(failure.code()).as(document.name()).isEqualTo(document.expected());
            assertThat(failure.detail()).contains(document.detail());
            assertThat(record.value()).isEqualTo(sent.get(document.name()));
            assertThat(TestStream.headers(record).get("original-content-type"))
                    .asString()
                    .isEqualTo("text/plain");
        }
    }

    @Test
    void takesEveryFormatWhateverItsSenderCallsIt() {
        take("text/html", "全县有101所学校。", text -> ("<html><body><p>" + text).getBytes(StandardCharsets.UTF_8));
        take("application/msword", "全县有102所学校。", DocBuilder::of);
        take(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "全县有103所学校。",
                text -> new DocxBuilder().text(text).bytes());
        take(
                "application/pdf",
                "全县有104所学校。",
                text -> new PdfBuilder().line(74, 300, 16, text).page().bytes());
    }

    private void take(String mediaType, String text, Function<String, byte[]> format) {
        byte[] document = format.apply(text);
        given().contentType("image/png")
                .body(document)
                .post("/reports")
                .then()
                .statusCode(202)
                .body("reportId", equalTo(ReportId.of(text)));
        String other = text.replace("学校", "医院");
        stream.send(Topic.SUBMITTED, "any", format.apply(other));
        for (String said : List.of(text, other)) {
            ReportReceived received = EventJson.read(
                    stream.next(Topic.RECEIVED, ReportId.of(said)).value(), ReportReceived.class);
            assertThat(received.text()).isEqualTo(said);
            assertThat(received.origin().mediaType()).isEqualTo(mediaType);
        }
    }
}
