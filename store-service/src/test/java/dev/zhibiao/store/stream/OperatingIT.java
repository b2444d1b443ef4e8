package dev.zhibiao.store.stream;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Failure;
import dev.zhibiao.events.ObservationChange;
import dev.zhibiao.events.ObservationState;
import dev.zhibiao.events.Replay;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.ReportStored;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import dev.zhibiao.store.observation.ObservationWrites;
import dev.zhibiao.store.report.Rank;
import dev.zhibiao.store.report.ReportWrites;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do: withdraw, restore, replay, correct; and what readers and listeners see of it. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // CDI and JUnit set the fields.
class OperatingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "zhibiao.store.database")
    String database;

    @Inject
    MongoClient mongo;

    @Inject
    ReportWrites reports;

    @Inject
    ObservationWrites observations;

    private TestStream stream;

    @BeforeEach
    void connect() {
        stream = new TestStream(
                bootstrapServers, Topic.STORED, Topic.OBSERVATIONS, Topic.FAILED, Topic.RECEIVED, Topic.EXTRACTED);
    }

    @AfterEach
    void disconnect() {
        stream.close();
    }

    @Test
    void showsAReportWholeWhileItIsReplacedAgainAndAgain() {
        String text = "青原县一再重读的报告有" + "1亿元、".repeat(59) + "2亿元。";
        ReportExtracted first = Extracted.of(text, "1-aaaa", 1, "名0");
        store(first);
        AtomicInteger readings = new AtomicInteger();
        for (int i = 1; i <= 4; i++) {
            extract(Extracted.of(text, "1-aaa" + i, 1 + i, "名" + i), Replay.NONE);
            String name = "名" + i;
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        readings.incrementAndGet();
                        Set<String> listed = whole("/reports/" + first.reportId() + "/observations");
                        Set<String> searched = whole("/observations?limit=1000&report=" + first.reportId());
                        return listed.equals(Set.of(name)) && searched.equals(Set.of(name));
                    });
        }
        assertThat(readings.get()).isGreaterThan(4);
    }

    /** The names in an answer that must be all of one edition. */
    private static Set<String> whole(String path) {
        List<String> names = given().get(path).jsonPath().getList("items.indicator");
        assertThat(names).hasSize(60);
        assertThat(Set.copyOf(names)).hasSize(1);
        return Set.copyOf(names);
    }

    @Test
    void tellsOldAndNewValuesOfWhatChanged() {
        String text = "青原县改了名的总值4亿元。";
        ReportExtracted old = Extracted.of(text, "1-aaaa", 1, "总值");
        store(old);
        extract(Extracted.of(text, "2-bbbb", 2, "生产总值"), Replay.NONE);
        ReportStored stored = EventJson.read(
                stream.next(Topic.STORED, old.reportId(), r -> new String(r.value(), UTF_8).contains("2-bbbb"))
                        .value(),
                ReportStored.class);
        String id = old.observations().get(0).observationId();
        assertThat(stored.cause()).isEqualTo("extracted");
        assertThat(stored.changes()).singleElement().satisfies(change -> {
            assertThat(change.observationId()).isEqualTo(id);
            assertThat(change.fields())
                    .containsExactly(Map.entry("indicator", new ObservationChange.Values("总值", "生产总值")));
        });
        given().get(stored.changesLink()).then().body("changedIds", equalTo(List.of(id)));
    }

    @Test
    void leavesOutOfTheEventWhatDoesNotFitAndSaysWhereItIs() {
        String text = "青原县有" + "3亿元、".repeat(2500) + "4亿元。";
        ReportExtracted large = Extracted.of(text, "1-aaaa", 1, "投资");
        extract(large, Replay.NONE);
        ReportStored stored = stored(large.reportId());
        assertThat(stored.truncated()).isTrue();
        assertThat(stored.added()).isEqualTo(2501);
        assertThat(stored.addedIds()).isEmpty();
        given().get(stored.changesLink()).then().body("addedIds", hasSize(2501));
    }

    @Test
    void withdrawsAReportUntilItIsRestoredThoughItIsReadAgainMeanwhile() {
        String text = "青原县误传的报告，总值3亿元。";
        ReportExtracted extracted = Extracted.of(text, "1-aaaa", 1, "总值");
        String id = extracted.observations().get(0).observationId();
        String path = "/reports/" + extracted.reportId();
        store(extracted);
        stream.forget();

        given().delete(path + "?reason=wrong-upload&who=ops")
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"))
                .body("withdrawn.reason", equalTo("wrong-upload"));
        assertThat(stream.next(Topic.OBSERVATIONS, id, record -> record.value() == null))
                .isNotNull();
        assertThat(stored(extracted.reportId(), "withdrawn").withdrawnIds()).containsExactly(id);
        given().get("/observations/" + id).then().statusCode(410).body("text", equalTo("3亿元"));
        given().get(path + "/observations").then().body("items", hasSize(0));
        given().get("/observations?report=" + extracted.reportId()).then().body("items", hasSize(0));
        given().get(path + "/text").then().statusCode(410).body("code", equalTo("withdrawn"));
        given().delete(path).then().statusCode(200);

        extract(Extracted.of(text, "2-bbbb", 2, "生产总值"), new Replay("while-withdrawn", false, null, 0));
        awaitOutcome("while-withdrawn", "changed");
        given().get(path).then().body("state", equalTo("withdrawn"));
        given().get(path + "/observations").then().body("items", hasSize(0));

        stream.forget();
        given().post(path + "/restore").then().statusCode(200).body("state", equalTo("stored"));
        ConsumerRecord<String, byte[]> back = stream.next(
                Topic.OBSERVATIONS, id, r -> r.value() != null && new String(r.value(), UTF_8).contains("生产总值"));
        assertThat(TestStream.headers(back)).containsKey("ce_id");
        assertThat(stored(extracted.reportId(), "restored").addedIds()).containsExactly(id);
        given().get(path + "/observations").then().body("items.indicator", equalTo(List.of("生产总值")));
        given().delete("/reports/unknown").then().statusCode(404);
    }

    @Test
    void keepsACorrectionBesideTheValueOverAnotherExtraction() {
        String text = "青原县写错的总值9亿元。";
        ReportExtracted extracted = Extracted.of(text, "1-aaaa", 1, "总值");
        String id = extracted.observations().get(0).observationId();
        store(extracted);
        stream.forget();

        correct(id, "{\"field\":\"value\",\"value\":\"90000000\",\"reason\":\"misprint\",\"who\":\"reader\"}", 201);
        ConsumerRecord<String, byte[]> told = stream.next(
                Topic.OBSERVATIONS, id, r -> r.value() != null && new String(r.value(), UTF_8).contains("corrections"));
        ObservationState state = EventJson.read(told.value(), ObservationState.class);
        assertThat(state.observation().value()).isEqualByComparingTo("900000000");
        assertThat(state.corrections()).singleElement().satisfies(c -> {
            assertThat(c.value()).isEqualTo("90000000");
            assertThat(c.extracted()).isEqualTo("900000000");
        });
        assertThat(stored(extracted.reportId(), "corrected").changedIds()).containsExactly(id);

        extract(Extracted.of(text, "2-bbbb", 2, "生产总值"), Replay.NONE);
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/observations/" + id)
                        .then()
                        .body("indicator", equalTo("生产总值"))
                        .body("value", equalTo("900000000"))
                        .body("corrected.value", equalTo("90000000"))
                        .body("corrections[0].reason", equalTo("misprint")));
        String gold = given().get("/corrections?format=gold&limit=1000").asString();
        assertThat(gold.lines().filter(line -> line.contains(id)))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\"doc\":\"https://example.org/a\"", "\"value\":\"90000000\"", "\"text\":\"9亿元\""));
    }

    @Test
    void countsNoObservationThatSomebodySaysShouldNotBeThere() {
        String text = "青原县有个名字的总值7亿元，收入5亿元。";
        ReportExtracted extracted = Extracted.of(text, "1-aaaa", 1, "不该有的名目");
        String id = extracted.observations().get(0).observationId();
        String series = "/series?indicator=不该有的名目&area=330203";
        store(extracted);
        assertThat(given().get(series).asString()).contains(id);
        stream.forget();

        correct(id, "{\"field\":\"exists\",\"value\":\"false\",\"reason\":\"a name\",\"who\":\"reader\"}", 201);
        ObservationState told = EventJson.read(
                stream.next(
                                Topic.OBSERVATIONS,
                                id,
                                r -> r.value() != null && new String(r.value(), UTF_8).contains("corrections"))
                        .value(),
                ObservationState.class);
        assertThat(told.corrections()).singleElement().satisfies(c -> {
            assertThat(c.field()).isEqualTo("exists");
            assertThat(c.value()).isEqualTo("false");
            assertThat(c.extracted()).isEqualTo("true");
        });

        extract(Extracted.of(text, "2-bbbb", 2, "不该有的名目"), Replay.NONE);
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/observations/" + id)
                        .then()
                        .body("extractorVersion", equalTo("2-bbbb"))
                        .body("corrected.exists", equalTo("false")));
        String path = "/reports/" + extracted.reportId() + "/observations?format=";
        assertThat(given().get(path + "csv").asString()).contains(id).contains("exists=false");
        assertThat(given().get(path + "sdmx-csv").asString())
                .contains(extracted.observations().get(1).observationId())
                .doesNotContain(id);
        assertThat(given().get(series).asString())
                .contains(extracted.observations().get(1).observationId())
                .doesNotContain(id);
        assertThat(given().get("/corrections?format=gold&limit=1000").asString().lines())
                .filteredOn(line -> line.contains(id))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"exists\":false"));

        correct(id, "{\"field\":\"exists\",\"value\":\"no\",\"reason\":\"r\",\"who\":\"w\"}", 400);
        correct(id, "{\"field\":\"exists\",\"value\":\"true\",\"reason\":\"it is\",\"who\":\"reader\"}", 201);
        assertThat(given().get(path + "sdmx-csv").asString()).contains(id);
    }

    @Test
    void refusesACorrectionThatTheFieldCannotHaveAndNamesTheMember() {
        String text = "青原县不许乱改的总值8亿元。";
        ReportExtracted extracted = Extracted.of(text, "1-aaaa", 1, "总值");
        String id = extracted.observations().get(0).observationId();
        store(extracted);
        String end = ",\"reason\":\"r\",\"who\":\"w\"}";
        assertThat(correct(id, "{\"field\":\"start\",\"value\":\"1\"" + end, 400))
                .isEqualTo("field");
        assertThat(correct(id, "{\"field\":\"value\",\"value\":\"1e9\"" + end, 400))
                .isEqualTo("value");
        assertThat(correct(id, "{\"field\":\"value\",\"value\":9.5" + end, 400)).isEqualTo("value");
        assertThat(correct(id, "{\"field\":\"status\",\"value\":\"done\"" + end, 400))
                .isEqualTo("value");
        assertThat(correct(id, "{\"field\":\"unit\",\"value\":null" + end, 400)).isEqualTo("value");
        assertThat(correct(id, "{\"field\":\"unit\",\"value\":\"元\",\"reason\":\"r\"}", 400))
                .isEqualTo("who");
        for (String none : List.of("", "[]", "{\"field\":\"value\",", "{'field'}", "{} {}", "{\"who\":1,\"who\":2}")) {
            assertThat(correct(id, none, 400)).as(none).isEqualTo("body");
        }
        given().get("/observations/" + id).then().body("corrections", equalTo(null));
    }

    @Test
    void saysWhereACorrectionStopsBeingJsonAndReadsNoEndlessOne() {
        ReportExtracted extracted = Extracted.of("青原县写坏了的总值8亿元。", "1-aaaa", 1, "总值");
        store(extracted);
        given().contentType(ContentType.JSON)
                .body("{\"field\":\"value\",\n \"value\":9亿}".getBytes(UTF_8))
                .post("/observations/" + extracted.observations().get(0).observationId() + "/corrections")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("bad-parameter"))
                .body("parameter", equalTo("body"))
                .body("detail", startsWith("body: is no JSON; line 2, column "));
        correct(extracted.observations().get(0).observationId(), " ".repeat(70_000), 413);
    }

    @Test
    void refusesABodyThatWouldNotBeRead() {
        ReportExtracted extracted = Extracted.of("青原县不会白说理由的总值8亿元。", "1-aaaa", 1, "总值");
        String path = "/reports/" + extracted.reportId();
        store(extracted);
        for (String method : List.of("DELETE " + path, "POST " + path + "/restore", "POST " + path + "/replay")) {
            given().contentType(ContentType.JSON)
                    .body("{\"reason\":\"wrong-upload\"}")
                    .request(method.split(" ")[0], method.split(" ")[1])
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("bad-parameter"))
                    .body("parameter", equalTo("body"));
        }
        given().get(path).then().body("state", equalTo("stored"));
    }

    private static String correct(String id, String body, int status) {
        return given().contentType(ContentType.JSON)
                .body(body.getBytes(UTF_8))
                .post("/observations/" + id + "/corrections")
                .then()
                .statusCode(status)
                .extract()
                .path("parameter");
    }

    @Test
    void putsAFailedRecordBackWithKeyHeadersAndTraceAndCountsIt() {
        ReportReceived received = Extracted.received("青原县放回的报告。", Extracted.RECEIVED_AT, "https://example.org/a");
        String id = received.reportId();
        byte[] value = EventJson.write(received);
        Map<String, byte[]> original = new HashMap<>();
        original.put("traceparent", "00-1-2-01".getBytes(UTF_8));
        original.put("ce_id", "first".getBytes(UTF_8));
        Failure failure = new Failure("extract", "internal", "for the test", true, 3, "reports.received", id);
        stream.send(
                Topic.FAILED,
                id,
                value,
                CloudEventHeaders.failed(failure, "f-1", "/test", Extracted.RECEIVED_AT.plusSeconds(1), original));
        JsonPath listed = await().atMost(PATIENCE)
                .until(
                        () -> given().get("/failures?report=" + id).jsonPath(),
                        page -> page.getList("items").size() == 1);
        assertThat(listed.getString("items[0].state")).isEqualTo("open");
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/reports/" + id).then().body("state", equalTo("failed")));

        String path = "/failures/" + listed.getString("items[0].failureId") + "/replay";
        given().post(path).then().statusCode(202).body("state", equalTo("replayed"));
        ConsumerRecord<String, byte[]> back = stream.next(Topic.RECEIVED, id);
        assertThat(back.value()).isEqualTo(value);
        Map<String, byte[]> headers = TestStream.headers(back);
        assertThat(headers.get("traceparent")).isEqualTo("00-1-2-01".getBytes(UTF_8));
        assertThat(headers.get("ce_id")).isEqualTo("first".getBytes(UTF_8));
        assertThat(Replay.from(headers).count()).isEqualTo(1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/reports/" + id).then().body("state", equalTo("received")));
        given().get("/failures?state=open&report=" + id).then().body("items", hasSize(0));

        stream.forget();
        given().post(path).then().statusCode(202);
        assertThat(Replay.from(TestStream.headers(stream.next(Topic.RECEIVED, id)))
                        .count())
                .isEqualTo(2);
        given().post("/failures/unknown/replay").then().statusCode(404);
    }

    @Test
    void saysWhatAReplayWouldChangeByRuleAndWritesNothing() {
        String text = "青原县试读的总值6亿元，收入7亿元。";
        ReportExtracted old = Extracted.of(text, "1-aaaa", 1, "总值");
        store(old);
        ReportExtracted other = Extracted.with(
                text,
                "2-bbbb",
                2,
                List.of(Extracted.observation(text, text.indexOf("6亿元"), text.indexOf("6亿元") + 3, "生产总值")));
        extract(other, new Replay("dry-1", true, null, 0));
        awaitOutcome("dry-1", "changed");
        given().get("/replays/dry-1")
                .then()
                .body("rules[0].rule", equalTo("NumberLast"))
                .body("rules[0].added", equalTo(0))
                .body("rules[0].changed", equalTo(1))
                .body("rules[0].withdrawn", equalTo(1));
        given().get("/reports/" + old.reportId())
                .then()
                .body("extractorVersion", equalTo("1-aaaa"))
                .body("observations", equalTo(2));
    }

    @Test
    void letsAnOlderVersionReplaceOnlyWhereTheReplaySaysSo() {
        String text = "青原县退回的总值2亿元。";
        ReportExtracted newer = Extracted.of(text, "5-eeee", 1, "新名");
        String path = "/reports/" + newer.reportId();
        store(newer);
        ReportExtracted older = Extracted.of(text, "4-dddd", 2, "旧名");
        extract(older, new Replay("older-1", false, null, 0));
        awaitOutcome("older-1", "older");
        given().get(path).then().body("extractorVersion", equalTo("5-eeee"));

        extract(older, new Replay("older-2", false, "5-eeee", 0));
        awaitOutcome("older-2", "changed");
        given().get(path).then().body("extractorVersion", equalTo("4-dddd"));
        // The same newer one, delivered again, is older now; the next release is newer still.
        extract(newer, new Replay("older-3", false, null, 0));
        awaitOutcome("older-3", "older");
        extract(Extracted.of(text, "6-ffff", 3, "更新"), new Replay("older-4", false, null, 0));
        awaitOutcome("older-4", "changed");
        given().get("/reports?since=6&limit=1000")
                .then()
                .body("items.findAll { it.reportId == '" + newer.reportId() + "' }", hasSize(1));
    }

    @Test
    void publishesTheStoredTextAgainForAReplay() {
        ReportReceived received = Extracted.received("青原县再发的报告。", Extracted.RECEIVED_AT, "https://example.org/a");
        stream.send(Topic.RECEIVED, received.reportId(), EventJson.write(received), Map.of());
        String path = "/reports/" + received.reportId();
        await().atMost(PATIENCE).untilAsserted(() -> given().get(path).then().statusCode(200));
        stream.forget();
        given().post(path + "/replay?run=again-1&dryRun=true").then().statusCode(202);
        ConsumerRecord<String, byte[]> again = stream.next(
                Topic.RECEIVED,
                received.reportId(),
                r -> Replay.from(TestStream.headers(r)).run() != null);
        assertThat(again.value()).isEqualTo(EventJson.write(received));
        assertThat(Replay.from(TestStream.headers(again))).isEqualTo(new Replay("again-1", true, null, 0));
        given().post("/reports/unknown/replay").then().statusCode(404);
        given().post(path + "/replay?dryRun=perhaps").then().statusCode(400).body("parameter", equalTo("dryRun"));
    }

    @Test
    void tellsWhatAKilledProcessWroteAndDidNotTell() {
        String text = "青原县未及通知的总值1亿元。";
        ReportExtracted extracted = Extracted.of(text, "1-aaaa", 1, "总值");
        store(extracted);
        stream.forget();
        mongo.getDatabase(database)
                .getCollection("reports")
                .updateOne(
                        Filters.eq("_id", extracted.reportId()),
                        Updates.combine(Updates.set("told", 0), Updates.set("untold", true)));
        assertThat(stored(extracted.reportId()).addedIds()).hasSize(1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mongo.getDatabase(database)
                                .getCollection("reports")
                                .countDocuments(Filters.eq("untold", true)))
                        .isZero());
    }

    @Test
    void takesNoReaderToAnEditionThatWasPlannedBeforeAWithdrawal() {
        ReportExtracted read = Extracted.of("青原县读到一半撤回的报告，总值3亿元。", "1-aaaa", 1, "总值");
        ReportReceived received = Extracted.received(read.text(), Extracted.RECEIVED_AT, "https://example.org/a");
        stream.send(Topic.RECEIVED, read.reportId(), EventJson.write(received));
        String path = "/reports/" + read.reportId();
        await().atMost(PATIENCE).untilAsserted(() -> given().get(path).then().statusCode(200));
        Document before =
                Objects.requireNonNull(reports.load(List.of(read.reportId())).get(read.reportId()));
        given().delete(path).then().statusCode(200);

        long rank = Rank.of(read, null);
        var plan = observations.plan(read, before, List.of(), rank);
        var planned = reports.switched(read, ReportWrites.digest(read), plan, before, rank, read.extractedAt());
        assertThat(BulkWrites.guarded(mongo.getDatabase(database).getCollection("reports"), List.of(planned.write())))
                .isZero();
        extract(read, Replay.NONE);
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get(path).then().body("extractorVersion", equalTo("1-aaaa")));
        given().get(path).then().body("state", equalTo("withdrawn"));
    }

    @Test
    void leavesOfReplacedEditionsOnlyWhatIsGone() {
        List<String> ids = new ArrayList<>();
        for (int report = 0; report < 3; report++) {
            String text = "青原县第" + report + "份换下来的报告有1亿元、2亿元、3亿元。";
            ReportExtracted first = Extracted.of(text, "1-aaaa", 1, "名");
            ids.add(first.reportId());
            extract(first, Replay.NONE);
            extract(Extracted.with(text, "2-bbbb", 2, first.observations().subList(0, 2)), Replay.NONE);
            extract(Extracted.with(text, "3-cccc", 3, first.observations().subList(0, 2)), Replay.NONE);
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            for (String id : ids) {
                given().get("/reports/" + id).then().body("extractorVersion", equalTo("3-cccc"));
                List<Document> left = mongo.getDatabase(database)
                        .getCollection("observations")
                        .find(Filters.eq("reportId", id))
                        .into(new ArrayList<>());
                assertThat(left)
                        .extracting(document -> document.getBoolean("withdrawn", false))
                        .containsExactlyInAnyOrder(false, false, true);
            }
        });
    }

    @Test
    void countsIndicatorsAndAreasOfWhatReadersSee() {
        String text = "青原县独有名目1亿元、2亿元。";
        ReportExtracted extracted = Extracted.of(text, "1-aaaa", 1, "独有名目");
        store(extracted);
        String count = "items.find { it.indicator == '独有名目' }.observations";
        given().get("/indicators?limit=1000").then().body(count, equalTo(2));
        given().delete("/reports/" + extracted.reportId()).then().statusCode(200);
        given().get("/indicators?limit=1000").then().body(count, equalTo(null));
    }

    private void store(ReportExtracted extracted) {
        extract(extracted, Replay.NONE);
        stored(extracted.reportId());
    }

    private void extract(ReportExtracted extracted, Replay replay) {
        stream.send(Topic.EXTRACTED, extracted.reportId(), EventJson.write(extracted), replay.headers());
    }

    private ReportStored stored(String reportId) {
        return stored(reportId, "extracted");
    }

    private ReportStored stored(String reportId, String cause) {
        String part = "\"cause\":\"" + cause + "\"";
        return EventJson.read(
                stream.next(Topic.STORED, reportId, r -> new String(r.value(), UTF_8).contains(part))
                        .value(),
                ReportStored.class);
    }

    private static void awaitOutcome(String run, String outcome) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/replays/" + run).then().body("outcomes." + outcome, equalTo(1)));
    }
}
