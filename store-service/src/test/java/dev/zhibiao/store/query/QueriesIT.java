package dev.zhibiao.store.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.Hints;
import dev.zhibiao.events.Origin;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.Sha256;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import dev.zhibiao.store.query.GivenReport.Sentence;
import dev.zhibiao.store.stream.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The questions that people have. Each test has a part of the country of its own. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // CDI and JUnit set the fields.
class QueriesIT {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private TestStream stream;

    @BeforeEach
    void connect() {
        stream = new TestStream(bootstrapServers, Topic.STORED);
    }

    @AfterEach
    void disconnect() {
        stream.close();
    }

    private void store(GivenReport... reports) {
        GivenReport.store(stream, Stream.of(reports).map(GivenReport::extracted).toList());
    }

    private static ValidatableResponse get(String path) {
        return given().get(path).then().statusCode(200);
    }

    @Test
    void findsAnAreaWithAllThatBelongsToItUnderItsCodesOfAllYears() {
        // 余杭: 330125 as a county and 330184 as a city before it became the district 330110.
        store(
                GivenReport.of("330100", 2020).says("市里一项", "", "1家", "1", "家"),
                GivenReport.of("330110", 2020).says("区里一项", "", "2家", "2", "家"),
                GivenReport.of("330184", 1998).says("县级市里一项", "", "3家", "3", "家"));
        get("/observations?area=330110").body("items.indicator.toSet()", equalTo(java.util.Set.of("区里一项", "县级市里一项")));
        get("/observations?area=330184").body("items", hasSize(2));
        get("/observations?area=杭州").body("items", hasSize(3));
        get("/observations?area=浙江省/杭州市&descendants=false").body("items.indicator", contains("市里一项"));
        get("/observations?area=330100&level=county&q=区里").body("items.indicator", contains("区里一项"));
        get("/observations?area=330100&level=city").body("items.indicator", contains("市里一项"));
        get("/reports?area=330110").body("items", hasSize(2));
        get("/reports?area=330110&year=2020").body("items", hasSize(1));
    }

    @Test
    void findsAnIndicatorByItsCodeItsNamesAndAnyOtherAsWritten() {
        store(GivenReport.of("340200", 2024)
                .says("国内生产总值", "GDP", "3亿元", "300000000", "元")
                .says("生产总值", "", "4亿元", "400000000", "元")
                .says("生产总值", "OTHER", "5亿元", "500000000", "元")
                .says("从未听说的名目", "", "6家", "6", "家"));
        String area = "&area=340200";
        get("/observations?indicator=GDP" + area).body("items.text.toSet()", equalTo(java.util.Set.of("3亿元", "4亿元")));
        get("/observations?indicator=地区生产总值" + area).body("items", hasSize(2));
        get("/observations?indicator=从未听说的名目" + area).body("items.text", contains("6家"));
        get("/observations?indicator=无人写过的名目" + area).body("items", hasSize(0));
    }

    @Test
    void findsPeriodsAsWrittenAsDurationsAndByTheYearsTheyOverlap() {
        GivenReport report = GivenReport.of("340300", 2021);
        for (String period : List.of("2015", "2016/2020", "2018-Q1", "2021", "2020-01/2020-09", "_U")) {
            report.says(new Sentence("某项", "", "level", "7家", "7", "家", "=", period, "actual", null));
        }
        store(report);
        String area = "/observations?area=340300";
        get(area + "&period=2016-01-01/P5Y").body("items.timePeriod", contains("2016/2020"));
        get(area + "&period=2020-01-01/P9M").body("items.timePeriod", contains("2020-01/2020-09"));
        get(area + "&period=2018-Q1").body("items", hasSize(1));
        get(area + "&from=2018&to=2019")
                .body("items.timePeriod.toSet()", equalTo(java.util.Set.of("2016/2020", "2018-Q1")));
        get(area + "&from=2020")
                .body("items.timePeriod.toSet()", equalTo(java.util.Set.of("2016/2020", "2021", "2020-01/2020-09")));
        get(area + "&to=2015").body("items.timePeriod", contains("2015"));
    }

    @Test
    void findsSentencesThatHaveAllWords() {
        store(GivenReport.of("340400", 2024)
                .says("规模以上工业增加值", "", "8亿元", "800000000", "元")
                .says("规模以上服务业增加值", "", "9亿元", "900000000", "元"));
        get("/observations?area=340400&q=增加值").body("items", hasSize(2));
        get("/observations?area=340400&q=增加值  工业").body("items.text", contains("8亿元"));
        get("/observations?area=340400&q=增加值 .*").body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "/observations?period=abc, period",
        "/observations?area=999999, area",
        "/observations?area=无此地, area",
        "/observations?from=abc, from",
        "/observations?from=2020&to=2019, from",
        "/observations?status=done, status",
        "/observations?measure=size, measure",
        "/observations?level=street, level",
        "/observations?report=1, report",
        "/observations?cursor=zzz, cursor",
        "/observations?cursor=AAAAAGFhYWE, cursor",
        "/observations?limit=0, limit",
        "/observations?limit=1001, limit",
        "/observations?descendants=perhaps, descendants",
        "/observations?status=actual&status=target, status",
        "/observations?colour=red, colour",
        "/reports?year=abc, year",
        "/reports/0123?x=1, x",
        "/reports/0123/text?limit=1, limit",
        "/observations/0123?x=1, x",
        "/indicators?topic=SPORT, topic",
        "/areas?parent=无此地, parent",
        "/series?indicator=GDP, area",
        "/series?area=340100, indicator",
        "/compare?indicator=GDP&areas=340100, period",
        "/compare?indicator=GDP&period=2023, areas",
        "/compare?indicator=GDP&period=2023&within=340000&order=up, order",
        "/conflicts?from=2020, area",
        "/coverage?within=340000&from=2015, to",
        "/coverage?within=340000&from=1900&to=2000, to",
        "/failures?stage=print, stage"
    })
    void namesTheParameterThatIsBad(String path, String parameter) {
        given().get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("bad-parameter"))
                .body("parameter", equalTo(parameter));
    }

    @Test
    void givesEachItemOnceOverPagesThoughReportsComeIn() {
        GivenReport report = GivenReport.of("340500", 2024);
        for (int i = 1; i <= 25; i++) {
            report.says("逐项" + i, "", i + "家", "" + i, "家");
        }
        store(report);
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = get("/observations?area=340500&limit=4&q=逐项&cursor=" + cursor)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.observationId"));
            cursor = page.getString("next");
            store(GivenReport.of("340500", 2000 + seen.size()).says("别项", "", "1家", "1", "家"));
        } while (cursor != null);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void setsActualAndTargetSideBySideByTheLatestReport() {
        store(
                GivenReport.of("340600", 2022)
                        .says("生产总值", "GDP", "11亿元", "1100000000", "元")
                        .plans("生产总值", "GDP", ">=", "13亿元", "1300000000", "元"),
                GivenReport.of("340600", 2023)
                        .says("生产总值", "GDP", "12亿元", "1200000000", "元")
                        .says(new Sentence(
                                "生产总值", "GDP", "level", "12.5亿元", "1250000000", "元", "=", "2022", "estimate", null))
                        .says(new Sentence(
                                "生产总值", "GDP", "level", "10亿元", "1000000000", "元", "=", "2021", "actual", null)),
                GivenReport.of("340600", 2024)
                        .says(new Sentence("生产总值", "GDP", "growth", "5%", "5", "%", "=", "2023", "actual", null)));
        get("/series?indicator=GDP&area=340600")
                .body("items.timePeriod", contains("2021", "2022"))
                .body("items[0].actual.text", equalTo("10亿元"))
                .body("items[0].otherActuals", hasSize(1))
                .body("items[1].actual.value", equalTo("1200000000"))
                .body("items[1].otherActuals", hasSize(1))
                .body("items[1].target.value", equalTo("1300000000"))
                .body("items[1].target.comparator", equalTo(">="))
                .body("items[1].unit", equalTo("元"));
        get("/series?indicator=GDP&area=340600&measure=growth").body("items.actual.value", contains("5"));
        get("/series?indicator=GDP&area=340600&unit=亿元&from=2022")
                .body("items.actual.value", contains("12"))
                .body("items[0].unit", equalTo("亿元"));
        get("/series?indicator=GDP&area=340600&unit=美元")
                .body("items", hasSize(0))
                .body("leftOut", hasSize(5));
        get("/series?indicator=GDP&area=340600&unit=亿元").body("leftOut", hasSize(0));
    }

    @Test
    void convertsUnitsOfOneDimensionAndKeepsCurrenciesApart() {
        store(
                GivenReport.of("340700", 2022).says("造林面积", "", "3万亩", "30000", "亩"),
                GivenReport.of("340700", 2023).says("造林面积", "", "3000公顷", "3000", "公顷"),
                GivenReport.of("340700", 2024)
                        .says("造林面积", "", "4万亩", "40000", "亩")
                        .says("进出口总额", "", "7亿元", "700000000", "元")
                        .says("进出口总额", "", "1亿美元", "100000000", "美元"));
        get("/series?indicator=造林面积&area=340700")
                .body("items.unit.toSet()", equalTo(java.util.Set.of("亩")))
                .body("items.actual.value", contains("30000", "45000", "40000"))
                .body("items[1].actual.text", equalTo("3000公顷"));
        get("/series?indicator=造林面积&area=340700&unit=公顷").body("items[0].actual.value", equalTo("2000"));
        get("/series?indicator=进出口总额&area=340700").body("items.unit", contains("元", "美元"));
    }

    @Test
    void ranksAreasWithBoundsAtTheBoundAndTiesSharingARank() {
        store(
                GivenReport.of("341002", 2024).says("生产总值", "GDP", "9亿元", "900000000", "元"),
                GivenReport.of("341003", 2024)
                        .says(new Sentence(
                                "生产总值", "GDP", "level", "12亿元", "1200000000", "元", ">", "2023", "actual", null)),
                GivenReport.of("341004", 2024).says("生产总值", "GDP", "90000万元", "900000000.0", "元"),
                GivenReport.of("341021", 2024).says("生产总值", "GDP", "1亿元", "100000000", "元"),
                GivenReport.of("341022", 2024).says("生产总值", "GDP", "1亿美元", "100000000", "美元"),
                GivenReport.of("341000", 2024)
                        .says(new Sentence(
                                "生产总值", "GDP", "level", "2亿元", "200000000", "元", "=", "2023", "actual", "341021"))
                        .says("生产总值", "GDP", "99亿元", "9900000000", "元"));
        get("/compare?indicator=GDP&period=2023&within=341000&level=county")
                .body("order", equalTo("descending"))
                .body("items.areaCode", contains("341003", "341002", "341004", "341021"))
                .body("items.rank", contains(1, 2, 2, 4))
                .body("items.bound", contains(true, false, false, false))
                .body("items[3].figure.text", equalTo("1亿元"))
                .body("items[3].others", hasSize(1))
                .body("leftOut", hasSize(1));
        get("/compare?indicator=GDP&period=2023&within=341000&order=ascending")
                .body("items[0].areaCode", equalTo("341021"));
        get("/compare?indicator=GDP&period=2023&areas=341002,341003&areas=341021")
                .body("items", hasSize(3));
    }

    @Test
    void ranksTheLesserFirstWhereLessIsBetter() {
        store(
                GivenReport.of("341102", 2024).says("城镇登记失业率", "REGISTERED_UNEMPLOYMENT_RATE", "3%", "3", "%"),
                GivenReport.of("341103", 2024).says("城镇登记失业率", "REGISTERED_UNEMPLOYMENT_RATE", "2.5%", "2.5", "%"));
        get("/compare?indicator=城镇登记失业率&period=2023&within=341100")
                .body("order", equalTo("ascending"))
                .body("items.areaCode", contains("341103", "341102"));
        get("/compare?indicator=失业率&period=2023&within=341100").body("order", equalTo("ascending"));
        get("/compare?indicator=率&period=2023&within=341100").body("order", equalTo("descending"));
    }

    @Test
    void tellsConflictsBetweenReportsAndInOneButNotWhatRoundingExplains() {
        store(
                GivenReport.of("341200", 2023)
                        .says("生产总值", "GDP", "1.2万亿元", "1200000000000", "元")
                        .says("粮食产量", "GRAIN_OUTPUT", "50万吨", "500000", "吨")
                        .says("杂项", "", "1家", "1", "家")
                        .says("杂项", "", "2家", "2", "家"),
                GivenReport.of("341200", 2024)
                        .says(new Sentence(
                                "生产总值", "GDP", "level", "11987亿元", "1198700000000", "元", "=", "2022", "actual", null))
                        .says(new Sentence(
                                "粮食产量", "GRAIN_OUTPUT", "level", "51.5万吨", "515000", "吨", "=", "2022", "actual", null))
                        .says("高速公路里程", "EXPRESSWAY_LENGTH", "100公里", "100", "公里")
                        .says("高速公路里程", "EXPRESSWAY_LENGTH", "101公里", "101", "公里"));
        get("/conflicts?area=341200")
                .body("items.indicator", contains("EXPRESSWAY_LENGTH", "GRAIN_OUTPUT"))
                .body("items.sameReport", contains(true, false))
                .body("items[1].figure.text", equalTo("51.5万吨"))
                .body("items[1].other.text", equalTo("50万吨"))
                .body("items[1].other.sentence", equalTo("粮食产量50万吨。"))
                .body("items[1].difference", equalTo("-15000"))
                .body("items[1].relativePercent", equalTo("-2.91"));
        get("/conflicts?area=341200&indicator=杂项").body("items", hasSize(1));
        String cursor = get("/conflicts?area=341200&limit=1").extract().path("next");
        get("/conflicts?area=341200&limit=1&cursor=" + cursor)
                .body("items.indicator", contains("GRAIN_OUTPUT"))
                .body("next", equalTo(null));
    }

    @Test
    void showsWhichAreaAndYearIsStoredFailedOrMissing() {
        store(GivenReport.of("341302", 2023).says("某项", "", "1家", "1", "家"));
        failed("341321", "2023");
        get("/coverage?within=341300&from=2022&to=2023&level=county&limit=1000")
                .body("items.findAll { it.areaCode == '341302' }.state", contains("missing", "stored"))
                .body("items.findAll { it.areaCode == '341302' }.year", contains(2022, 2023))
                .body("items.findAll { it.areaCode == '341302' }[1].reportIds", hasSize(1))
                .body("items.findAll { it.areaCode == '341321' }.state", contains("missing", "failed"))
                .body("items.findAll { it.areaCode == '341300' }", hasSize(0));
        JsonPath page = get("/coverage?within=341300&from=2022&to=2023&limit=3")
                .extract()
                .jsonPath();
        assertThat(page.getList("items")).hasSize(3);
        get("/coverage?within=341300&from=2022&to=2023&cursor=" + page.getString("next"))
                .body("items[0].areaCode", equalTo("341302"))
                .body("items[0].year", equalTo(2023));
    }

    private static final Instant RECEIVED_AT = Instant.parse("2024-01-02T03:04:05.678Z");

    private ReportReceived received(String text, String area, String year) {
        String id = ReportId.of(text);
        Origin origin = new Origin("text/plain", "UTF-8", 1, Sha256.hex(text), "https://example.org/f");
        ReportReceived received =
                new ReportReceived(id, text, Sha256.hex(text), origin, new Hints(area, year), RECEIVED_AT);
        stream.send(Topic.RECEIVED, id, EventJson.write(received));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get("/reports/" + id).then().statusCode(200));
        return received;
    }

    private String failed(String area, String year) {
        ReportReceived received = received(area + "读不了的报告。", area, year);
        String id = received.reportId();
        Failure failure = new Failure("extract", "internal", "for the test", true, 3, "reports.received", id);
        stream.send(
                Topic.FAILED,
                id,
                EventJson.write(received),
                CloudEventHeaders.failed(failure, "f-" + id, "/test", RECEIVED_AT.plusSeconds(1), Map.of()));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().get("/reports/" + id).then().body("state", equalTo("failed")));
        return id;
    }

    @Test
    void findsReportsByTheirState() {
        ReportExtracted stored =
                GivenReport.of("341600", 2024).says("某项", "", "1家", "1", "家").extracted();
        ReportExtracted withdrawn =
                GivenReport.of("341600", 2023).says("某项", "", "1家", "1", "家").extracted();
        GivenReport.store(stream, List.of(stored, withdrawn));
        given().delete("/reports/" + withdrawn.reportId()).then().statusCode(200);
        Map<String, String> ids = Map.of(
                "stored", stored.reportId(),
                "withdrawn", withdrawn.reportId(),
                "failed", failed("341600", "2022"),
                "received", received("还没有人读过的报告。", "341600", "2021").reportId());
        ids.forEach((state, id) -> {
            // A page for each: what is told apart afterwards must not be lost between them.
            List<String> found = new ArrayList<>();
            for (String next = ""; next != null; ) {
                JsonPath page =
                        get("/reports?limit=1&state=" + state + next).extract().jsonPath();
                assertThat(page.getList("items.state")).as(state).containsOnly(state);
                found.addAll(page.getList("items.reportId"));
                next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
            }
            assertThat(found).as(state).contains(id).isSorted().doesNotHaveDuplicates();
            assertThat(given().get("/reports?format=csv&state=" + state).asString())
                    .contains(id);
            assertThat(ids.values().stream().filter(found::contains)).as(state).hasSize(1);
        });
        get("/reports?area=341600&state=stored").body("items.reportId", contains(stored.reportId()));
        get("/reports?area=341600&state=failed").body("items", hasSize(0));
        given().get("/reports?state=lost").then().statusCode(400).body("parameter", equalTo("state"));
    }

    @Test
    void countsAsManyOfAnAreaAsItFindsThere() {
        ReportExtracted report = GivenReport.of("341500", 2024)
                .says("数得清的甲", "", "1家", "1", "家")
                .says("数得清的甲", "", "2家", "2", "家")
                .says("生产总值", "GDP", "2亿元", "200000000", "元")
                .extracted();
        GivenReport.store(stream, List.of(report));
        store(GivenReport.of("341502", 2024).says("数得清的甲", "", "3家", "3", "家"));
        String city = "items.find { it.areaCode == '341500' }.";
        get("/areas?parent=340000&limit=1000")
                .body(city + "observations", equalTo(3))
                .body(city + "observationsWithin", equalTo(4))
                .body(city + "level", equalTo("city"))
                .body(city + "refArea", equalTo("安徽省/六安市"));
        get("/observations?area=341500").body("items", hasSize(4));
        get("/areas?parent=341500").body("items.find { it.areaCode == '341502' }.reports", equalTo(1));
        get("/areas?limit=1000").body(city + "observations", equalTo(3));
        get("/indicators?q=数得清").body("items.observations", contains(3)).body("items.reports", contains(2));
        get("/indicators?indicator=GDP&q=生产总值 gross&topic=ECONOMY&limit=1000")
                .body("items.find { it.indicator == '生产总值' }.catalogueName", equalTo("地区生产总值"))
                .body("items.find { it.indicator == '生产总值' }.direction", equalTo("UP"));
        given().delete("/reports/" + report.reportId()).then().statusCode(200);
        get("/indicators?q=数得清").body("items.observations", contains(1));
        given().post("/reports/" + report.reportId() + "/restore").then().statusCode(200);
        get("/indicators?q=数得清").body("items.observations", contains(3));
    }
}
