package dev.zhibiao.store.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import dev.zhibiao.store.query.GivenReport.Sentence;
import dev.zhibiao.store.stream.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Promises and what became of them. Each test has a part of the country of its own. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // CDI sets the field.
class LedgerIT {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private void store(GivenReport... reports) {
        try (TestStream stream = new TestStream(bootstrapServers, Topic.STORED)) {
            GivenReport.store(
                    stream, Stream.of(reports).map(GivenReport::extracted).toList());
        }
    }

    private static ValidatableResponse get(String query) {
        return given().get(query).then().statusCode(200);
    }

    private static Sentence growth(String text, String value, String comparator, String period, String status) {
        return new Sentence("生产总值", "GDP", "growth", text, value, "%", comparator, period, status, null);
    }

    @Test
    void putsWhatWasReachedBesideWhatWasPromised() {
        store(
                GivenReport.of("360102", 2023)
                        .says(growth("6%左右", "6", "~", "2023", "target"))
                        .plans("粮食产量", "GRAIN_OUTPUT", "=", "50万吨", "500000", "吨"),
                GivenReport.of("360102", 2024)
                        .says(growth("5.8%", "5.8", "=", "2023", "actual"))
                        .says("粮食产量", "GRAIN_OUTPUT", "490000吨", "490000", "吨")
                        .says(growth("5%", "5", "=", "2024", "target")),
                // A later report revises; what counts is what the next one said.
                GivenReport.of("360102", 2025)
                        .says(growth("5.1%", "5.1", "=", "2023", "actual"))
                        .says(growth("4.9%", "4.9", "=", "2024", "actual")));
        get("/ledger?area=360102&indicator=GDP")
                .body("items.timePeriod", contains("2023", "2024"))
                .body("items.outcome", contains("met", "missed"))
                .body("items.difference", contains("-0.2", "-0.1"))
                .body("items.promisedIn", contains("2023", "2024"))
                .body("items.reportedIn", contains("2024", "2025"))
                .body("items[0].target.sentence", equalTo("生产总值6%左右。"))
                .body("items[0].actual.sentence", equalTo("生产总值5.8%。"))
                .body("items[0].otherActuals", hasSize(1));
        get("/ledger?area=360102&outcome=missed").body("items.indicator", contains("GRAIN_OUTPUT", "GDP"));
        get("/ledger?area=360102&indicator=粮食产量&outcome=met").body("items", empty());
    }

    @Test
    void saysWhatNobodySaidAndWhatNobodyCanSayYet() {
        store(
                GivenReport.of("360202", 2023)
                        .plans("高速公路里程", "EXPRESSWAY_LENGTH", ">=", "100公里", "100", "公里")
                        .plans("公园", "", "=", "3个", "3", "个")
                        .says(new Sentence(
                                "高速公路里程",
                                "EXPRESSWAY_LENGTH",
                                "level",
                                "500公里",
                                "500",
                                "公里",
                                "=",
                                "2021/2025",
                                "target",
                                null)),
                GivenReport.of("360202", 2024)
                        .says(new Sentence(
                                "高速公路里程", "EXPRESSWAY_LENGTH", "growth", "8%", "8", "%", "=", "2023", "actual", null))
                        .plans("公园", "", "=", "4个", "4", "个"));
        get("/ledger?area=360202")
                .body("items.timePeriod", contains("2021/2025", "2023", "2023", "2024"))
                .body("items.indicator", contains("EXPRESSWAY_LENGTH", "EXPRESSWAY_LENGTH", "公园", "公园"))
                .body("items.outcome", contains("open", "redefined", "not-stated", "open"))
                .body("items[1].actual.text", equalTo("8%"))
                .body("items[1].difference", equalTo(null));
    }

    @Test
    void followsAPromiseThroughPages() {
        store(GivenReport.of("360302", 2023).plans("甲", "", "=", "3个", "3", "个").plans("乙", "", "=", "4个", "4", "个"));
        String next = get("/ledger?area=360302&limit=1")
                .body("items", hasSize(1))
                .extract()
                .path("next");
        get("/ledger?area=360302&limit=1&cursor=" + next)
                .body("items", hasSize(1))
                .body("next", equalTo(null));
    }

    @Test
    void wantsAnAreaOrAnIndicator() {
        given().get("/ledger?from=2020").then().statusCode(400).body("parameter", equalTo("area"));
    }
}
