package dev.zhibiao.store.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.EventType;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.Observation;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.ReportStored;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // CDI and JUnit set the fields.
class StoreStreamIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String V1 = "1-aaaa";
    private static final String V2 = "2-bbbb";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TestHTTPResource
    URL address;

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
    void answersForAReportFromItsReceptionOn() {
        ReportReceived received = Extracted.received("青原县刚收到的报告。", Extracted.RECEIVED_AT, "https://example.org/a");
        stream.send(Topic.RECEIVED, received.reportId(), EventJson.write(received));

        String path = "/reports/" + received.reportId();
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get(path).then().statusCode(200).body("state", equalTo("received")));
        assertThat(given().get(path + "/text").asString()).isEqualTo(received.text());
        given().get(path + "/observations").then().body("items.size()", equalTo(0));
    }

    @Test
    void linksReportsThatSayTheSameAndKeepsThemApart() {
        String fingerprint = "1-" + "7".repeat(32);
        ReportReceived paper = Extracted.received("青原县印出来的报告。", Extracted.RECEIVED_AT, "https://example.org/p");
        ReportReceived page = Extracted.received("青原县 印出来的报告。", Extracted.RECEIVED_AT, "https://example.org/q");
        ReportReceived other = Extracted.received("青原县另外的报告。", Extracted.RECEIVED_AT, "https://example.org/r");
        ReportExtracted older = Extracted.of("青原县印出来的 报告。", V1, 1, "总值");
        stream.send(Topic.RECEIVED, paper.reportId(), EventJson.write(Extracted.with(paper, fingerprint)));
        stream.send(Topic.RECEIVED, page.reportId(), EventJson.write(Extracted.with(page, fingerprint)));
        stream.send(Topic.RECEIVED, page.reportId(), EventJson.write(Extracted.with(page, fingerprint)));
        stream.send(Topic.RECEIVED, other.reportId(), EventJson.write(other));
        stream.send(Topic.EXTRACTED, older.reportId(), EventJson.write(Extracted.with(older, fingerprint)));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(manifestations(paper.reportId())).containsExactlyInAnyOrder(page.reportId(), older.reportId());
            assertThat(manifestations(page.reportId())).containsExactlyInAnyOrder(paper.reportId(), older.reportId());
            assertThat(manifestations(older.reportId())).containsExactlyInAnyOrder(page.reportId(), paper.reportId());
            assertThat(manifestations(other.reportId())).isEmpty();
        });
        assertThat(given().get("/reports/" + page.reportId() + "/text").asString())
                .isEqualTo(page.text());
    }

    private static List<String> manifestations(String id) {
        return given().get("/reports/" + id).then().statusCode(200).extract().path("manifestations");
    }

    @Test
    void storesEveryObservationOnceAndTellsOfIt() {
        String text = "𠮷青原县实现地区生产总值12.50亿元，财政收入3亿元。";
        ReportExtracted extracted = Extracted.of(text, V1, 1, "地区生产总值");
        for (int i = 0; i < 3; i++) {
            stream.send(Topic.EXTRACTED, extracted.reportId(), EventJson.write(extracted));
        }

        ReportStored stored =
                EventJson.read(stream.next(Topic.STORED, extracted.reportId()).value(), ReportStored.class);
        assertThat(stored.addedIds())
                .containsExactlyElementsOf(extracted.observations().stream()
                        .map(Observation::observationId)
                        .toList());
        JsonPath page = given().get("/reports/" + extracted.reportId() + "/observations")
                .jsonPath();
        assertThat(page.getList("items.text")).containsExactly("12.50亿元", "3亿元");
        assertThat(page.getList("items.value")).containsExactly("1250000000", "300000000");
        assertThat(given().queryParam("area", "海曙区")
                        .queryParam("report", extracted.reportId())
                        .queryParam("q", "青原县")
                        .queryParam("limit", 1)
                        .get("/observations")
                        .jsonPath()
                        .getList("items"))
                .hasSize(1);
        assertThat(EventType.STORED.id(
                        extracted.reportId(), V1, extracted.extractedAt().toString()))
                .isEqualTo(TestStream.attributes(stream.next(Topic.STORED, extracted.reportId()))
                        .get("id"));
    }

    @Test
    void pagesThroughAllObservations() {
        String text = "青原县有" + "1亿元、".repeat(25) + "2亿元。";
        ReportExtracted extracted = Extracted.of(text, V1, 1, "投资");
        stream.send(Topic.EXTRACTED, extracted.reportId(), EventJson.write(extracted));
        stream.next(Topic.STORED, extracted.reportId());

        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            var request = given().queryParam("report", extracted.reportId()).queryParam("limit", 10);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/observations")
                    .jsonPath();
            ids.addAll(page.getList("items.observationId"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(ids).hasSize(26).doesNotHaveDuplicates();
    }

    @Test
    void replacesWhatAnOlderVersionFoundAndWithdrawsWhatIsGone() {
        String text = "青原县的版本，总值7亿元，收入8亿元。";
        ReportExtracted old = Extracted.of(text, V1, 1, "总值");
        Observation first = old.observations().get(0);
        ReportExtracted better = Extracted.with(
                text,
                V2,
                2,
                List.of(Extracted.observation(text, text.indexOf("7亿元"), text.indexOf("7亿元") + 3, "生产总值")));
        stream.send(Topic.EXTRACTED, old.reportId(), EventJson.write(old));
        stream.next(Topic.STORED, old.reportId());
        stream.forget();
        stream.send(Topic.EXTRACTED, old.reportId(), EventJson.write(better));

        ReportStored stored =
                EventJson.read(stream.next(Topic.STORED, old.reportId()).value(), ReportStored.class);
        String gone = old.observations().get(1).observationId();
        assertThat(stored.addedIds()).isEmpty();
        assertThat(stored.changedIds()).containsExactly(first.observationId());
        assertThat(stored.withdrawnIds()).containsExactly(gone);
        given().get("/observations/" + gone).then().statusCode(410).body("text", equalTo("8亿元"));
        given().get("/observations/" + first.observationId())
                .then()
                .statusCode(200)
                .body("indicator", equalTo("生产总值"));
        assertThat(stream.seen())
                .filteredOn(record -> gone.equals(record.key()))
                .last()
                .satisfies(tombstone -> assertThat(tombstone.value()).isNull());
    }

    /** Each digit an event of the same report: received, extracted by 1, extracted by 2, failed extraction. */
    @ParameterizedTest
    @ValueSource(strings = {"0123", "3210", "2130", "1302", "2031", "0321", "22113300"})
    void endsInTheSameStateInEveryOrder(String order) {
        String text = "青原县的次序" + order + "，总值5亿元。";
        String id = ReportId.of(text);
        ReportReceived received = Extracted.received(text, Extracted.RECEIVED_AT, "https://example.org/b");
        ReportExtracted old = Extracted.of(text, V1, 9, "旧名");
        ReportExtracted better = Extracted.of(text, V2, 1, "新名");
        for (char event : order.toCharArray()) {
            switch (event) {
                case '0' -> stream.send(Topic.RECEIVED, id, EventJson.write(received));
                case '1' -> stream.send(Topic.EXTRACTED, id, EventJson.write(old));
                case '2' -> stream.send(Topic.EXTRACTED, id, EventJson.write(better));
                default -> fail(id, EventJson.write(received), Extracted.RECEIVED_AT.plusSeconds(3));
            }
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonPath report = given().get("/reports/" + id).jsonPath();
            assertThat(report.getString("state")).isEqualTo("stored");
            assertThat(report.getString("extractorVersion")).isEqualTo(V2);
            assertThat(report.getList("origins.source"))
                    .containsExactlyInAnyOrder("https://example.org/a", "https://example.org/b");
            assertThat(given().get("/reports/" + id + "/observations")
                            .jsonPath()
                            .getList("items.indicator"))
                    .containsExactly("新名");
        });
    }

    @Test
    void isFailedUntilItIsReceivedAgain() {
        String text = "青原县失败的报告。";
        String id = ReportId.of(text);
        ReportReceived received = Extracted.received(text, Extracted.RECEIVED_AT, "https://example.org/a");
        fail(id, EventJson.write(received), Extracted.RECEIVED_AT.plusSeconds(100));
        stream.send(Topic.RECEIVED, id, EventJson.write(received));
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/reports/" + id)
                        .then()
                        .body("state", equalTo("failed"))
                        .body("failure.code", equalTo("internal"))
                        .body("failure.stage", equalTo("extract")));
        ReportReceived again = Extracted.received(text, Extracted.RECEIVED_AT.plusSeconds(50), "https://example.org/a");
        stream.send(Topic.RECEIVED, id, EventJson.write(again));
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/reports/" + id).then().body("state", equalTo("received")));
    }

    @Test
    void saysWhenAReportWasFirstReceivedThoughItIsReceivedAgain() {
        String text = "青原县收到三次的报告。";
        String path = "/reports/" + ReportId.of(text);
        for (int seconds : new int[] {5, 0, 60}) {
            ReportReceived received = Extracted.received(
                    text, Extracted.RECEIVED_AT.plusSeconds(seconds), "https://example.org/" + seconds);
            stream.send(Topic.RECEIVED, received.reportId(), EventJson.write(received));
        }
        await().atMost(PATIENCE).untilAsserted(() -> given().get(path).then().body("sources.size()", equalTo(3)));
        given().get(path).then().body("receivedAt", equalTo(Extracted.RECEIVED_AT.toString()));
    }

    @Test
    void failsAReportWhoseQuotesAreNotInItsText() {
        String text = "青原县的总值6亿元。";
        ReportExtracted right = Extracted.of(text, V1, 1, "总值");
        Observation o = right.observations().get(0);
        Observation shifted = Extracted.observation(text + "6亿元", text.length(), text.length() + 3, "总值");
        byte[] value = EventJson.write(Extracted.with(text, V1, 1, List.of(o, shifted)));
        stream.send(Topic.EXTRACTED, right.reportId(), value);

        ConsumerRecord<String, byte[]> failed = stream.next(Topic.FAILED, right.reportId());
        Failure failure = Failure.from(TestStream.attributes(failed));
        assertThat(failure.code()).isEqualTo("offset-mismatch");
        assertThat(failure.stage()).isEqualTo("store");
        assertThat(failed.value()).isEqualTo(value);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> given().get("/reports/" + right.reportId()).then().body("state", equalTo("failed")));
        given().get("/reports/" + right.reportId() + "/observations").then().body("items.size()", equalTo(0));
    }

    @Test
    void failsARecordThatIsNoEventAndWritesTheOthersOfItsBatch() {
        ReportExtracted good = Extracted.of("青原县的毒记录之后，总值9亿元。", V1, 1, "总值");
        stream.send(new ProducerRecord<>(Topic.EXTRACTED.topicName(), 0, "poison-1", new byte[] {'{', 0}));
        stream.send(new ProducerRecord<>(Topic.EXTRACTED.topicName(), 0, good.reportId(), EventJson.write(good)));
        assertThat(Failure.from(TestStream.attributes(stream.next(Topic.FAILED, "poison-1")))
                        .code())
                .isEqualTo("malformed-event");
        stream.next(Topic.STORED, good.reportId());
    }

    @Test
    void refusesParametersThatItDoesNotKnow() {
        given().queryParam("areas", "1")
                .get("/observations")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("areas"));
        given().queryParam("limit", "0").get("/reports").then().statusCode(400).body("parameter", equalTo("limit"));
        given().queryParam("measure", "x")
                .get("/observations")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-parameter"));
        given().queryParam("cursor", "%").get("/areas").then().statusCode(400).body("parameter", equalTo("cursor"));
        given().get("/reports/unknown").then().statusCode(404).body("code", equalTo("not-found"));
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void refusesARawChineseQueryAndNamesIt() throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream()
                    .write("GET /observations?area=海曙 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("\"code\":\"bad-parameter\"");
        }
    }

    private void fail(String id, byte[] value, Instant at) {
        Failure failure = new Failure("extract", "internal", "for the test", true, 3, "reports.received", id);
        stream.send(Topic.FAILED, id, value, CloudEventHeaders.failed(failure, "1", "/test", at, Map.of()));
    }
}
