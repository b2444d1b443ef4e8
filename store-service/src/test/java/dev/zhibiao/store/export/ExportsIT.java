package dev.zhibiao.store.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.zhibiao.events.Problem;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import dev.zhibiao.store.query.GivenReport;
import dev.zhibiao.store.query.RefusedException;
import dev.zhibiao.store.stream.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files hold what the store holds, to the last digit. Each test has a part of the country of its own. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // CDI sets the field.
class ExportsIT {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private void store(ReportExtracted... reports) {
        try (TestStream stream = new TestStream(bootstrapServers, Topic.STORED)) {
            GivenReport.store(stream, List.of(reports));
        }
    }

    private static ReportExtracted report(String area) {
        return GivenReport.of(area, 2024)
                .says("生产总值", "GDP", "1286.40亿元", "128640000000.00", "元")
                .says("某，\"项\"", "", "12345678901234567890.5个", "12345678901234567890.5", "个")
                .says("=1+1", "", "-0.2%", "-0.2", "%")
                .extracted();
    }

    private static List<CSVRecord> csv(String text) throws IOException {
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))) {
            return parser.getRecords();
        }
    }

    private static String text(Response response) {
        return new String(response.asByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void givesObservationsAsCsvEqualToTheStore() throws IOException {
        ReportExtracted report = report("370102");
        store(report);
        Response answer = given().get("/observations?area=370102&format=csv");
        answer.then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("observations.csv"));
        assertThat(text(answer)).startsWith("\uFEFFobservationId,");
        assertEqual(csv(text(answer)), "/observations?area=370102", true);
        assertThat(csv(text(answer))).allSatisfy(row -> {
            assertThat(row.get("source")).isEqualTo("https://example.org/" + report.reportId());
            assertThat(row.get("sentence")).isNotEmpty();
            assertThat(row.get("reportTitle")).isEqualTo("政府工作报告");
        });
        String ofReport = "/reports/" + report.reportId() + "/observations";
        assertEqual(csv(text(given().accept("text/csv").get(ofReport))), ofReport, true);
    }

    /** Each row of the file is an item of the JSON answer. */
    private static void assertEqual(List<CSVRecord> rows, String query, boolean harmless) {
        JsonPath json = given().get(query).jsonPath();
        List<Map<String, Object>> items = json.getList("items");
        assertThat(rows).hasSameSizeAs(items).isNotEmpty();
        for (Map<String, Object> item : items) {
            CSVRecord row = rows.stream()
                    .filter(one -> one.get("observationId").equals(item.get("observationId")))
                    .findFirst()
                    .orElseThrow();
            for (String name :
                    List.of("value", "unit", "indicator", "timePeriod", "status", "text", "sentence", "start")) {
                String expected = String.valueOf(item.get(name));
                boolean guarded = harmless && expected.startsWith("=");
                assertThat(row.get(name)).as(name).isEqualTo(guarded ? "'" + expected : expected);
            }
        }
    }

    @Test
    void givesObservationsAsXlsxWithNumbers() throws IOException {
        store(report("370103"));
        byte[] file = given().accept(Formats.XLSX)
                .get("/observations?area=370103")
                .then()
                .statusCode(200)
                .contentType(Formats.XLSX)
                .extract()
                .asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> stream = workbook.getFirstSheet().openStream()) {
            List<Row> rows = stream.toList();
            List<String> header =
                    rows.get(0).stream().map(cell -> cell.asString()).toList();
            int value = header.indexOf("value");
            assertThat(header).contains("unit", "sentence", "source");
            assertThat(rows.get(1).getCell(value).asNumber()).isEqualByComparingTo(new BigDecimal("128640000000"));
            assertThat(rows.get(2).getCell(value).getText()).isEqualTo("12345678901234567890.5");
            assertThat(rows.get(3).getCell(header.indexOf("indicator")).asString())
                    .isEqualTo("=1+1");
        }
    }

    @Test
    void givesObservationsToSdmxTools() throws IOException {
        store(report("370104"));
        Response answer = given().get("/observations?area=370104&format=sdmx-csv");
        assertThat(answer.contentType()).startsWith("application/vnd.sdmx.data+csv");
        List<CSVRecord> rows = csv(text(answer));
        assertThat(rows).hasSize(3);
        CSVRecord gdp = rows.stream()
                .filter(row -> row.get("INDICATOR").equals("GDP"))
                .findFirst()
                .orElseThrow();
        assertThat(gdp.get("STRUCTURE_ID")).isEqualTo("ZHIBIAO:OBSERVATIONS(1.0)");
        assertThat(gdp.get("OBS_VALUE")).isEqualTo("128640000000.00");
        assertThat(gdp.get("REF_AREA")).isEqualTo("370104");
        assertThat(gdp.get("FREQ")).isEqualTo("A");
        assertThat(gdp.get("TIME_PERIOD")).isEqualTo("2023");
        assertThat(gdp.get("UNIT_MULT")).isEqualTo("0");
        assertThat(gdp.get("OBS_NATURE")).isEqualTo("actual");
        assertThat(rows).anySatisfy(row -> assertThat(row.get("INDICATOR_TEXT")).isEqualTo("=1+1"));
        List<String> columns = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));
        JsonPath structure =
                given().get("/structure").then().statusCode(200).extract().jsonPath();
        assertThat(given().get("/structure").asString())
                .startsWith("{\"meta\":{\"schema\":\"https://json.sdmx.org/2.0.0/");
        String components = "data.dataStructures[0].dataStructureComponents.";
        columns.addAll(structure.getList(components + "dimensionList.dimensions.id", String.class));
        columns.add(structure.getString(components + "dimensionList.timeDimension.id"));
        columns.addAll(structure.getList(components + "measureList.measures.id", String.class));
        columns.addAll(structure.getList(components + "attributeList.attributes.id", String.class));
        assertThat(rows.get(0).getParser().getHeaderNames()).isEqualTo(columns);
        // Every coded value is one of its code list.
        assertThat(structure.getList("data.codelists.find { it.id == 'CL_OBS_NATURE' }.codes.id", String.class))
                .contains(gdp.get("OBS_NATURE"));
        assertThat(structure.getList("data.codelists.find { it.id == 'CL_INDICATOR' }.codes.id", String.class))
                .contains("GDP", "_O");
    }

    @Test
    void showsWhatWasCorrectedBesideWhatWasExtracted() throws IOException {
        ReportExtracted report = report("370105");
        store(report);
        String id = report.observations().get(0).observationId();
        given().contentType("application/json")
                .body(Map.of("field", "value", "value", "128640000001", "reason", "misread", "who", "li"))
                .post("/observations/" + id + "/corrections")
                .then()
                .statusCode(201);
        CSVRecord row = csv(text(given().get("/observations?area=370105&indicator=GDP&format=csv")))
                .get(0);
        assertThat(row.get("value")).isEqualTo("128640000000.00");
        assertThat(row.get("corrected")).isEqualTo("value=128640000001");
        CSVRecord sdmx = csv(text(given().get("/observations?area=370105&indicator=GDP&format=sdmx-csv")))
                .get(0);
        assertThat(sdmx.get("OBS_VALUE")).isEqualTo("128640000001");
        assertThat(sdmx.get("CORRECTION")).isEqualTo("value: 128640000000.00 -> 128640000001");
        assertThat(csv(text(given().get("/corrections?format=csv"))))
                .anySatisfy(said -> assertThat(said.get("observationId")).isEqualTo(id));
    }

    @Test
    void givesSeriesWithBothSidesAndTheirSources() throws IOException {
        ReportExtracted report = report("370112");
        store(report);
        CSVRecord row = csv(text(given().get("/series?indicator=GDP&area=370112&format=csv")))
                .get(0);
        assertThat(row.get("timePeriod")).isEqualTo("2023");
        assertThat(row.get("actualValue")).isEqualTo("128640000000.00");
        assertThat(row.get("actualUnit")).isEqualTo("元");
        assertThat(row.get("actualSource")).isEqualTo("https://example.org/" + report.reportId());
        assertThat(row.get("targetValue")).isEmpty();
        CSVRecord sdmx = csv(text(given().get("/series?indicator=GDP&area=370112&format=sdmx-csv")))
                .get(0);
        assertThat(sdmx.get("INDICATOR")).isEqualTo("GDP");
        assertThat(sdmx.get("EXTRACTOR_VERSION")).isEqualTo("1-aaaa");
        assertThat(sdmx.get("OBSERVATION_ID"))
                .isEqualTo(report.observations().get(0).observationId());
    }

    /** By the example, which has all that JSON says of one: there need not be a failure. */
    @Test
    void givesOfFailuresAllThatJsonGives() {
        JsonPath api = given().get("/q/openapi?format=json").jsonPath();
        Map<String, Object> failure =
                api.getMap("paths.'/failures'.get.responses.'200'.content.'application/json'.example.items[0]");
        String header =
                text(given().get("/failures?format=csv")).lines().findFirst().orElseThrow();
        assertThat(List.of(header.substring(1).split(","))).containsExactlyElementsOf(failure.keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports",
                "/observations?area=370113",
                "/indicators?q=生产总值",
                "/areas",
                "/series?indicator=GDP&area=370113",
                "/compare?indicator=GDP&period=2023&within=370100",
                "/conflicts?area=370113",
                "/ledger?area=370113",
                "/coverage?within=370100&from=2020&to=2024",
                "/failures",
                "/corrections"
            })
    void givesEveryListAsAFile(String list) throws IOException {
        store(report("370113"));
        char next = list.contains("?") ? '&' : '?';
        Response answer = given().get(list + next + "format=csv");
        answer.then().statusCode(200).contentType(startsWith("text/csv"));
        assertThat(text(answer)).startsWith("\uFEFF");
        assertThat(csv(text(answer))).isNotNull();
        given().get(list + next + "format=xlsx").then().statusCode(200).contentType(Formats.XLSX);
        // What a browser and a program that says nothing ask for.
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get(list)
                .then()
                .contentType("application/json");
        given().get(list).then().contentType("application/json");
    }

    @Test
    void givesTheWholeListWhereJsonComesInPages() throws IOException {
        List<CSVRecord> rows = csv(text(given().get("/areas?parent=100000&format=csv")));
        given().get("/areas?parent=100000&limit=1000").then().body("items", hasSize(rows.size()));
        given().get("/areas?parent=100000&format=csv&limit=3")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("limit"));
    }

    @Test
    void refusesWhatItCannotGive() {
        given().get("/reports?format=pdf").then().statusCode(400).body("parameter", equalTo("format"));
        given().accept("application/pdf")
                .get("/reports")
                .then()
                .statusCode(406)
                .body("code", equalTo("not-acceptable"));
        given().put("/reports").then().statusCode(405).body("code", equalTo("method-not-allowed"));
        given().get("/reports?format=sdmx-csv").then().statusCode(400).body("parameter", equalTo("format"));
        given().get("/observations?area=999999&format=csv")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo("area"));
        given().get("/areas?parent=nowhere&format=csv").then().statusCode(400).body("parameter", equalTo("parent"));
        given().get("/overview?format=csv").then().statusCode(406).body("code", equalTo("not-acceptable"));
    }

    @TestHTTPResource("/test/breaks-off")
    URI breaksOff;

    /** A file that is not whole must not look like one that is. */
    @Test
    void letsTheReaderSeeThatAFileBrokeOff() {
        HttpRequest request = HttpRequest.newBuilder(breaksOff).build();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()))
                .isInstanceOf(IOException.class);
        given().get("/reports").then().statusCode(200);
    }

    @Test
    void saysWhyAFileCannotBeBegun() {
        given().get("/test/breaks-off/at-once")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("code", equalTo("overloaded"))
                .body("detail", equalTo("没有地方"));
    }

    /** Rows whose source fails in the middle. */
    @Path("/test/breaks-off")
    public static class BreaksOff {
        @GET
        @Blocking
        @Produces(Formats.CSV)
        @Operation(hidden = true)
        public Table<?> rows() {
            return new Table<Integer>(
                    "rows", new Table.Columns<Integer>().add("number", i -> i).list(), rows -> {
                        IntStream.range(0, 100_000).forEach(rows::accept);
                        throw new IllegalStateException("the database is gone");
                    });
        }

        @GET
        @Path("/at-once")
        @Blocking
        @Produces(Formats.CSV)
        @Operation(hidden = true)
        public Table<?> none() {
            return new Table<Integer>(
                    "rows", new Table.Columns<Integer>().add("number", i -> i).list(), rows -> {
                        throw new RefusedException(Problem.OVERLOADED, "没有地方", null);
                    });
        }
    }
}
