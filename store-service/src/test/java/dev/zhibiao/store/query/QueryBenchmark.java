package dev.zhibiao.store.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import dev.zhibiao.catalogue.Area;
import dev.zhibiao.catalogue.Areas;
import dev.zhibiao.catalogue.Indicator;
import dev.zhibiao.catalogue.Indicators;
import dev.zhibiao.catalogue.UnitDimension;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import dev.zhibiao.store.observation.Observations;
import dev.zhibiao.store.observation.Selection;
import dev.zhibiao.store.query.GivenReport.Sentence;
import dev.zhibiao.store.stream.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * How long each query takes beside so many observations; see {@code docs/queries.md} for the command. Prints figures;
 * asserts only that there is an answer.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // CDI sets the fields.
class QueryBenchmark {

    private static final int OBSERVATIONS = Integer.getInteger("zhibiao.benchmark.observations", 100_000);
    private static final int OF_A_REPORT = 170;
    /** About the share of real reports, see docs/indicators.md. */
    private static final int CODED = 44;

    private static final int FIRST_YEAR = 2017;
    private static final int YEARS = 8;
    private static final int ROUNDS = Integer.getInteger("zhibiao.benchmark.rounds", 20);

    private static final List<String> QUERIES = List.of(
            "/observations?area=330203",
            "/observations?area=330200&indicator=GDP",
            "/observations?indicator=GDP&period=2019",
            "/observations?area=330000&q=完成 类5",
            "/indicators",
            "/indicators?q=生产总值",
            "/areas?parent=330000",
            "/areas?parent=100000",
            "/series?indicator=GDP&area=330203",
            "/series?indicator=GDP&area=330203,330205,330206,330211,330212",
            "/compare?indicator=GDP&period=2019&within=330000&level=county",
            "/conflicts?area=330203",
            "/conflicts?area=330200",
            "/conflicts?area=330000&limit=100",
            "/coverage?within=330000&from=2015&to=2025&limit=1000",
            "/coverage?within=100000&from=2015&to=2025&limit=1000",
            "/reports?area=330203",
            "/reports?limit=100");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "zhibiao.store.database")
    String database;

    @Inject
    MongoClient mongo;

    @Inject
    Observations observations;

    @Test
    void asksBesideManyObservations() {
        String report = fill();
        List<String> queries = new ArrayList<>(QUERIES);
        queries.add("/reports/" + report);
        queries.add("/reports/" + report + "/observations");
        for (String query : queries) {
            // Once more than is measured: the first compiles.
            given().get(query).then().statusCode(200);
            long[] nanos = new long[ROUNDS];
            int bytes = 0;
            for (int i = 0; i < ROUNDS; i++) {
                long began = System.nanoTime();
                String body =
                        given().get(query).then().statusCode(200).extract().asString();
                nanos[i] = System.nanoTime() - began;
                bytes = body.length();
            }
            Arrays.sort(nanos);
            print(
                    "%s p50 %.0f ms p99 %.0f ms, %d characters",
                    query, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS - 1] / 1e6, bytes);
        }
        allPages("/conflicts?area=330000&limit=1000");
        allPages("/coverage?within=100000&from=2015&to=2025&limit=1000");
        export();
    }

    private static void allPages(String query) {
        long began = System.nanoTime();
        int pages = 0;
        double first = 0;
        String cursor = "";
        while (cursor != null) {
            cursor = given().get(query + "&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("next");
            pages++;
            first = pages == 1 ? (System.nanoTime() - began) / 1e6 : first;
        }
        print(
                "%s the first page %.0f ms, all %d pages %.0f ms",
                query, first, pages, (System.nanoTime() - began) / 1e6);
    }

    private void export() {
        AtomicInteger read = new AtomicInteger();
        long began = System.nanoTime();
        observations.facts(Selection.ALL, fact -> read.incrementAndGet());
        print("all observations read: %d in %.1f s", read.get(), (System.nanoTime() - began) / 1e9);
        assertThat(read.get()).isGreaterThanOrEqualTo(OBSERVATIONS);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        print("heap in use after a collection: %d MB", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private String fill() {
        List<Area> counties = Areas.load().within(Areas.load().byCode("330000").orElseThrow()).stream()
                .filter(area -> area.isListedIn(FIRST_YEAR) && area.isListedIn(FIRST_YEAR + YEARS))
                .toList();
        List<Indicator> money = Indicators.load().all().stream()
                .filter(indicator -> indicator.dimensions().contains(UnitDimension.MONEY))
                .limit(CODED)
                .toList();
        int reports = OBSERVATIONS / OF_A_REPORT + 1;
        String last = "";
        long began = System.nanoTime();
        try (TestStream stream = new TestStream(bootstrapServers, Topic.STORED)) {
            for (int i = 0; i < reports; i++) {
                Area area = counties.get(i % counties.size());
                ReportExtracted report = report(area, FIRST_YEAR + i / counties.size(), i, money);
                stream.send(Topic.EXTRACTED, report.reportId(), EventJson.write(report));
                last = report.reportId();
            }
        }
        await().atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> mongo.getDatabase(database)
                                .getCollection("reports")
                                .countDocuments(new org.bson.Document("told", new org.bson.Document("$gte", 1)))
                        >= reports);
        print("%d reports stored in %.0f s", reports, (System.nanoTime() - began) / 1e9);
        return last;
    }

    private static ReportExtracted report(Area area, int year, int seed, List<Indicator> indicators) {
        GivenReport report = GivenReport.of(area.code(), year);
        String before = Integer.toString(year - 1);
        for (int n = 0; n < OF_A_REPORT; n++) {
            String number = Integer.toString(100 + (seed * 31 + n * 7) % 900);
            boolean coded = n < indicators.size();
            String name = coded ? indicators.get(n).name() : area.name() + "第" + seed % 97 + "批完成类" + n + "投资";
            report.says(new Sentence(
                    name,
                    coded ? indicators.get(n).code() : "",
                    "level",
                    number + "亿元",
                    number + "00000000",
                    "元",
                    "=",
                    (n + year) % 5 == 1
                            ? Integer.toString(year)
                            : (n + year) % 5 == 3 ? Integer.toString(year - 2) : before,
                    (n + year) % 5 == 1 ? "target" : "actual",
                    null));
        }
        return report.extracted();
    }

    private static void print(String format, Object... values) {
        System.out.println("BENCHMARK " + String.format(Locale.ROOT, format, values));
    }
}
