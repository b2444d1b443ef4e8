package dev.zhibiao.ingest.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code /q/openapi} says of {@code POST /reports} is what is heeded there, and nothing else is. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
@SuppressWarnings("NullAway.Init") // CDI sets the field.
class DescribedIT {

    private static final byte[] TEXT = "青原县的报告，全县有68所学校。".getBytes(StandardCharsets.UTF_8);
    private static final String OPERATION = "paths.'/reports'.post.";

    @TestHTTPResource
    URL address;

    @BeforeEach
    void awaitReady() {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "Source", "file"})
    void refusesAQueryParameterThatIsNotDescribed(String name) {
        ValidatableResponse answer =
                given().body(TEXT).queryParam(name, "x").post("/reports").then();
        assertBad(answer, name).body("detail", containsString("known are area, source, year"));
    }

    @Test
    void refusesAParameterThatIsGivenTwice() {
        assertBad(given().body(TEXT).post("/reports?area=330203&area=330204").then(), "area");
        assertBad(send(form().multiPart("source", "a").multiPart("source", "b")), "source");
    }

    @Test
    void refusesAQueryBesideAForm() {
        assertBad(send(form().queryParam("source", "https://example.org/a")), "source")
                .body("detail", containsString("its fields say it"));
    }

    @Test
    void refusesAPartOfAFormThatIsNotDescribed() {
        assertBad(send(form().multiPart("colour", "red")), "colour")
                .body("detail", containsString("known are file, source, area, year"));
        assertBad(send(form().multiPart("annex", "b.txt", TEXT)), "annex");
    }

    @Test
    void refusesAFileAsFieldAndAFieldAsFile() {
        assertBad(send(form().multiPart("year", "b.txt", TEXT)), "year");
        assertBad(send(given().multiPart("file", "青原县的报告")), "file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "青原县的报告",
                "--b",
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n青原县的报告",
                "--b\r\nno header\r\n\r\n青原县的报告\r\n--b--"
            })
    void refusesABodyThatIsNoForm(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "reports"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"bad-parameter\"");
    }

    @Test
    void refusesAQueryThatIsHalfEncodedOrTooLong() throws Exception {
        for (String query : List.of("area=%zz", "area=%", "area=%E6%B", "source=" + "%E6%B5%B7".repeat(2049))) {
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                socket.getOutputStream()
                        .write(("POST /reports?" + query + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n"
                                        + "Connection: close\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 400")
                        .contains("\"code\":\"bad-parameter\"");
            }
        }
    }

    @Test
    void answersOnTheSameConnectionAfterARefusalOfALargeDocument() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> refused =
                    client.send(post("reports?colour=red", new byte[1 << 20]), HttpResponse.BodyHandlers.ofString());
            assertThat(refused.body()).contains("\"parameter\":\"colour\"");
            HttpResponse<String> taken = client.send(post("reports", TEXT), HttpResponse.BodyHandlers.ofString());
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        }
    }

    @Test
    void describesEveryParameterAndPart() {
        JsonPath api = api();
        assertThat(api.getList(OPERATION + "parameters.name", String.class))
                .containsExactlyInAnyOrder("source", "area", "year");
        assertThat(api.getList(OPERATION + "parameters", Map.class))
                .allSatisfy(parameter -> assertThat(parameter).containsKeys("description", "example", "schema"));
        String form = OPERATION + "requestBody.content.'multipart/form-data'.schema.";
        assertThat(api.getMap(form + "properties").keySet()).hasToString("[file, source, area, year]");
        assertThat(api.getList(form + "required")).hasToString("[file]");
    }

    @Test
    void describesEveryAnswer() {
        Map<String, Map<String, Object>> answers = api().getMap(OPERATION + "responses");
        assertThat(answers).containsOnlyKeys("202", "400", "401", "403", "413", "415", "422", "429", "500", "503");
        assertThat(String.valueOf(answers.get("202"))).contains("Location", "Accepted");
        assertThat(String.valueOf(answers.get("422")))
                .contains("empty", "unreadable", "encrypted", "no-text", "not-chinese", "limit-exceeded");
        assertThat(String.valueOf(answers.get("503")))
                .contains("overloaded", "broker-unavailable", "issuer-unavailable", "Retry-After");
        assertThat(String.valueOf(answers.get("429"))).contains("too-many-requests", "Retry-After");
    }

    private static JsonPath api() {
        return given().get("/q/openapi?format=json").jsonPath();
    }

    private HttpRequest post(String path, byte[] body) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static RequestSpecification form() {
        return given().multiPart("file", "a.txt", TEXT);
    }

    private static ValidatableResponse send(RequestSpecification request) {
        return request.post("/reports").then();
    }

    private static ValidatableResponse assertBad(ValidatableResponse answer, String parameter) {
        return answer.statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("bad-parameter"))
                .body("parameter", equalTo(parameter));
    }
}
