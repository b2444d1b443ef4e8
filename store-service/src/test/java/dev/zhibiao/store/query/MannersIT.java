package dev.zhibiao.store.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import dev.zhibiao.store.stream.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs expect of an HTTP service, and what people cite. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // CDI sets the fields.
class MannersIT {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TestHTTPResource("/areas?parent=100000")
    URI areas;

    @TestHTTPResource("/observations?format=csv")
    URI file;

    private ReportExtracted store(String area) {
        ReportExtracted report = GivenReport.of(area, 2024)
                .says("某_项&", "", "100%", "100", "%")
                .says("另一项", "", "5家", "5", "家")
                .extracted();
        try (TestStream stream = new TestStream(bootstrapServers, Topic.STORED)) {
            GivenReport.store(stream, List.of(report));
        }
        return report;
    }

    @Test
    void sendsNothingTwice() {
        ReportExtracted report = store("410102");
        for (String path : List.of(
                "/reports/" + report.reportId(),
                "/reports/" + report.reportId() + "/text",
                "/observations/" + report.observations().get(0).observationId(),
                "/observations?area=410102",
                "/ledger?area=410102")) {
            String tag = given().get(path).then().statusCode(200).extract().header("ETag");
            assertThat(tag).as(path).startsWith("W/\"");
            given().header("If-None-Match", "\"0\", " + tag)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(tag))
                    .body(equalTo(""));
            given().head(path)
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo(tag))
                    .body(equalTo(""));
            given().header("If-None-Match", tag).head(path).then().statusCode(304);
        }
        String list = "/observations?area=410102";
        String tag = given().get(list).header("ETag");
        given().delete("/reports/" + report.reportId()).then().statusCode(200);
        given().header("If-None-Match", tag).get(list).then().statusCode(200).header("ETag", not(equalTo(tag)));
        given().header("If-None-Match", "*").get("/reports/none").then().statusCode(404);
    }

    @Test
    void compressesWhatItSends() throws IOException, InterruptedException {
        store("410103");
        for (URI uri : List.of(areas, file)) {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(uri)
                                    .header("Accept-Encoding", "gzip")
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("content-encoding")).hasValue("gzip");
            try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
                assertThat(plain.readAllBytes()).hasSizeGreaterThan(answer.body().length);
            }
        }
    }

    @Test
    void saysHowToCiteAnObservation() {
        ReportExtracted report = store("410104");
        String id = report.observations().get(0).observationId();
        Response text = given().get("/observations/" + id + "/citation");
        text.then().statusCode(200).contentType(startsWith("text/plain"));
        assertThat(new String(text.asByteArray(), StandardCharsets.UTF_8))
                .contains(
                        "政府工作报告（2024-01-20）",
                        "“100%”",
                        "某_项& level = 100 % 2023 actual",
                        "https://example.org/" + report.reportId(),
                        "text/plain",
                        "SHA-256 " + report.origin().sha256(),
                        "抽取版本 1-aaaa",
                        "/observations/" + id);
        Response bibtex = given().get("/observations/" + id + "/citation?format=bibtex");
        bibtex.then().contentType(startsWith("application/x-bibtex"));
        assertThat(bibtex.asString())
                .startsWith("@misc{zhibiao-" + id.substring(0, 12) + ",\n")
                .contains("year = {2024}", "某\\_项\\& level = 100 \\% 2023", "/observations/" + id + "}\n}");
        assertThat(given().accept("application/x-bibtex")
                        .get("/observations/" + id + "/citation")
                        .asString())
                .isEqualTo(bibtex.asString());
        given().get("/observations/" + id)
                .then()
                .body("report.origins[0].sha256", equalTo(report.origin().sha256()))
                .body("report.origins[0].mediaType", equalTo("text/plain"))
                .body("report.origins[0].source", startsWith("https://example.org/"));
        given().delete("/reports/" + report.reportId()).then().statusCode(200);
        given().get("/observations/" + id + "/citation")
                .then()
                .statusCode(410)
                .body(allOf(containsString("withdrawn"), containsString(id)));
        given().get("/observations/none/citation").then().statusCode(404);
    }

    /** A page may be kept by a browser only as long as it asks whether it is still true. */
    @ParameterizedTest
    @ValueSource(strings = {"/reports", "/indicators", "/observations?limit=1"})
    void letsNobodyShowWhatIsNoLongerTrue(String path) {
        given().get(path).then().header("Cache-Control", equalTo("no-cache")).header("Vary", containsString("Accept"));
    }
}
