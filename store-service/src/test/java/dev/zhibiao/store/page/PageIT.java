package dev.zhibiao.store.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import dev.zhibiao.store.query.GivenReport;
import dev.zhibiao.store.stream.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // CDI sets the fields.
class PageIT {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TestHTTPResource("/overview/live")
    URI live;

    @Test
    void saysWhereIngestIsAndWhatTheCallerMayDo() {
        given().get("/page/config")
                .then()
                .statusCode(200)
                .body("ingest", equalTo("/ingest"))
                .body("roles", containsInAnyOrder("operate", "publish", "read"));
    }

    @Test
    void tellsBrowsersToTrustNothingThatCameWithADocument() {
        for (String path : List.of("/page/config", "/q/health", "/no-such-page")) {
            given().get(path)
                    .then()
                    .header("Content-Security-Policy", containsString("script-src 'self';"))
                    .header("X-Content-Type-Options", equalTo("nosniff"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nb, area, 330200, 宁波市",
        "宁波, area, 330200, 宁波市",
        "330200, area, 330200, 宁波市",
        "hsq, area, 330203, 海曙区",
        "dqsczz, indicator, GDP, 地区生产总值",
        "gdp, indicator, GDP, 地区生产总值",
        "Gross domestic, indicator, GDP, 地区生产总值",
        "国内生产总值, indicator, GDP, 地区生产总值"
    })
    void suggestsWhatMayBeMeant(String typed, String kind, String code, String name) {
        given().queryParam("q", typed)
                .queryParam("kind", kind)
                .queryParam("limit", 50)
                .get("/suggestions")
                .then()
                .statusCode(200)
                .body("items.find { it.code == '" + code + "' }.name", equalTo(name));
    }

    @Test
    void suggestsFirstWhatThereIsSomethingOf() {
        ReportExtracted report =
                GivenReport.of("320100", 2030).says("总数", "", "7家", "7", "家").extracted();
        try (TestStream stream = new TestStream(bootstrapServers, Topic.STORED)) {
            GivenReport.store(stream, List.of(report));
        }
        // 南宁市 and others come before 南京市 by code or name; only of this one there is a report.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get("/suggestions?q=nj&kind=area&limit=3")
                        .then()
                        .body("items[0].name", equalTo("南京市"))
                        .body("items[0].observations", equalTo(1)));
    }

    @Test
    void suggestsNothingForWhatMeansNothing() {
        given().get("/suggestions?q=qqqqqq").then().statusCode(200).body("items", empty());
        given().get("/suggestions").then().statusCode(400).body("parameter", equalTo("q"));
    }

    /** Each page, all modules that it loads, and what these load. */
    @Test
    void servesEveryFileThatItsPagesName() {
        Pattern named = Pattern.compile("(?:from|import\\(?|href=|src=)\\s?['\"]([./][\\w./-]*)['\"]");
        Deque<String> waiting = new ArrayDeque<>(
                List.of("/", "/index.html", "/submit.html", "/report.html", "/explore.html", "/ledger.html"));
        Set<String> seen = new TreeSet<>(waiting);
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            Response answer = given().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.header("Cache-Control"))
                    .as(path)
                    .isEqualTo(path.startsWith("/webjars/") ? "public, max-age=31536000, immutable" : null);
            if (path.startsWith("/webjars/echarts")) {
                continue;
            }
            Matcher matcher = named.matcher(answer.asString());
            while (matcher.find()) {
                String next = URI.create(path).resolve(matcher.group(1)).toString();
                if (seen.add(next)) {
                    waiting.add(next);
                }
            }
        }
        assertThat(seen)
                .contains("/page/en.js", "/page/style.css", "/favicon.svg", "/webjars/lit-html/3.3.1/lit-html.js");
        assertThat(seen).anyMatch(path -> path.contains("echarts"));
    }

    @Test
    void countsReportsByStateAndObservationsByYearAndLevel() {
        ReportExtracted report = GivenReport.of("350500", 2031)
                .says("总数", "", "7家", "7", "家")
                .says("余数", "", "8家", "8", "家")
                .extracted();
        long withdrawn = overview().getLong("states.withdrawn");
        try (TestStream stream = new TestStream(bootstrapServers, Topic.STORED)) {
            GivenReport.store(stream, List.of(report));
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(overview().getList("byYear.findAll { it.year == '2031' }"))
                        .hasToString("[{year=2031, level=city, reports=1, observations=2}]"));
        given().delete("/reports/" + report.reportId()).then().statusCode(200);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(overview().getList("byYear.findAll { it.year == '2031' }"))
                    .isEmpty();
            assertThat(overview().getLong("states.withdrawn")).isEqualTo(withdrawn + 1);
        });
    }

    private static JsonPath overview() {
        return given().get("/overview").then().statusCode(200).extract().jsonPath();
    }

    @Test
    void tellsViewersOfEachChange() throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(live).build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/event-stream");
        List<String> told = new CopyOnWriteArrayList<>();
        Thread reader = new Thread(() -> read(answer.body(), told), "viewer");
        reader.setDaemon(true);
        reader.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> told.contains("event:overview"));
        ReportExtracted report =
                GivenReport.of("350600", 2032).says("总数", "", "9家", "9", "家").extracted();
        assertThat(told).noneMatch(line -> line.contains("\"2032\""));
        try (TestStream stream = new TestStream(bootstrapServers, Topic.STORED)) {
            GivenReport.store(stream, List.of(report));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> told.stream().anyMatch(line -> line.startsWith("data:") && line.contains("\"2032\"")));
        answer.body().close();
    }

    private static void read(InputStream events, List<String> told) {
        StringBuilder line = new StringBuilder();
        byte[] buffer = new byte[4096];
        try {
            for (int n = events.read(buffer); n >= 0; n = events.read(buffer)) {
                line.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                for (int end = line.indexOf("\n"); end >= 0; end = line.indexOf("\n")) {
                    told.add(Objects.requireNonNull(line.substring(0, end)));
                    line.delete(0, end + 1);
                }
            }
        } catch (IOException e) {
            told.add("closed");
        }
    }
}
