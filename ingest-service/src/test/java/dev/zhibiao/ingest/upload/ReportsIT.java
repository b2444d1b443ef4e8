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
import dev.zhibiao.events.testing.TestStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Broker.class)
@SuppressWarnings("NullAway.Init") // CDI and JUnit set the fields.
class ReportsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TestHTTPResource
    URL address;

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

        ConsumerRecord<String, byte[]> record = stream.next(Topic.RECEIVED, id);
        ReportReceived received = EventJson.read(record.value(), ReportReceived.class);
        assertThat(received.text()).isEqualTo(text);
        assertThat(received.origin().charset()).isEqualTo("GB18030");
        assertThat(received.origin().source()).isEqualTo("https://example.org/a");
        assertThat(received.hints()).hasToString("Hints[area=330203, year=2024]");
        assertThat(TestStream.attributes(record))
                .containsEntry("type", EventType.RECEIVED.type())
                .containsEntry("id", EventType.RECEIVED.id(id, "https://example.org/a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "/", "text/"})
    void judgesByItsContentWhatComesWithATypeThatIsNone(String type) throws Exception {
        byte[] text = ("青原县的报告，类型是 " + type + "。").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "reports"))
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(text))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    @Test
    void refusesAFormWithTwoFiles() {
        given().multiPart("file", "a.txt", "青原县的报告甲。".getBytes(StandardCharsets.UTF_8))
                .multiPart("file", "b.txt", "青原县的报告乙。".getBytes(StandardCharsets.UTF_8))
                .post("/reports")
                .then()
                .statusCode(400)
                .body("code", equalTo("bad-parameter"))
                .body("parameter", equalTo("file"));
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
        from(text, "https://example.org/b").body("status", equalTo("duplicate"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(stream.seen())
                    .filteredOn(record -> id.equals(record.key()))
                    .extracting(record -> EventJson.read(record.value(), ReportReceived.class)
                            .origin()
                            .source())
                    .containsExactly(null, "https://example.org/b");
        });
    }

    @Test
    void takesNoMoreSourcesOfAReportThanItCanRemember() {
        byte[] text = "青原县的报告，全县有34所学校。".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 100; i++) {
            from(text, "https://example.org/" + i).statusCode(202);
        }
        from(text, "https://example.org/100").statusCode(422).body("code", equalTo("limit-exceeded"));
        from(text, "https://example.org/99").statusCode(202).body("status", equalTo("duplicate"));
    }

    private static ValidatableResponse from(byte[] text, String source) {
        return given().body(text).queryParam("source", source).post("/reports").then();
    }

    @Test
    void receivesAReportAgainThatALaterStageGaveUp() {
        byte[] text = "青原县的报告，全县有44所学校。".getBytes(StandardCharsets.UTF_8);
        String id = raw(text).extract().path("reportId");
        Failure failure = new Failure("extract", "internal", "for the test", true, 3, "reports.received", id);
        stream.send(Topic.FAILED, id, text, CloudEventHeaders.failed(failure, "1", "/test", Instant.now(), Map.of()));
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

    /** In chunks that never end: whatever answers has not waited for the whole. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=b"})
    void refusesABodyThatDoesNotSayItIsTooLargeBeforeItsEnd(String type) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(utf8("POST /reports HTTP/1.1\r\nHost: x\r\nContent-Type: " + type
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n"));
            chunk(out, utf8("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"));
            byte[] piece = new byte[64 << 10];
            Arrays.fill(piece, (byte) 'a');
            try {
                while (socket.getInputStream().available() == 0) {
                    chunk(out, piece);
                }
            } catch (SocketException e) {
                // Closed while we were still sending: the answer has been given all the same.
            }
            assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("\"code\":\"too-large\"");
        }
    }

    private static void chunk(OutputStream out, byte[] piece) throws IOException {
        out.write(utf8(Integer.toHexString(piece.length) + "\r\n"));
        out.write(piece);
        out.write(utf8("\r\n"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
            return answer(socket);
        }
    }

    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        // The server may keep the connection: what it says is complete with the problem's last brace.
        StringBuilder answer = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '}'; b = in.read()) {
            answer.append((char) b);
        }
        return answer.toString();
    }
}
