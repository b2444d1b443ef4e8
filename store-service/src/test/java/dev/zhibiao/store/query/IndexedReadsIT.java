package dev.zhibiao.store.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import dev.zhibiao.store.stream.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each query reads, as the driver sends it, is bounded by an index that the server has: the first field of one (or the
 * id) is compared with a value, some values, a range or a prefix, or that holds of every branch of an {@code $or}. Says which
 * reads a server could serve; {@link IndexesIT} asks one which it would.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // CDI sets the fields.
class IndexedReadsIT {

    private static final String AREA = "450202";
    private static final Set<String> BOUNDS = Set.of("$eq", "$in", "$gt", "$gte", "$lt", "$lte");

    private static final ReportExtracted REPORT = GivenReport.of(AREA, 2024)
            .says("地区生产总值", "GDP", "1286.4亿元", "128640000000", "元")
            .says("地区生产总值", "GDP", "1300亿元", "130000000000", "元")
            .plans("地区生产总值", "GDP", ">=", "1400亿元", "140000000000", "元")
            .extracted();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "zhibiao.store.database")
    String database;

    @Inject
    MongoClient mongo;

    @BeforeEach
    void store() {
        try (TestStream stream = new TestStream(bootstrapServers, Topic.STORED)) {
            GivenReport.store(stream, List.of(REPORT));
        }
        // The schema is made in the background, its indexes of failures among the last.
        await().atMost(Duration.ofSeconds(30)).until(() -> leading("replays").size() > 1);
        // The sums in memory are made of all reports once.
        given().get("/indicators").then().statusCode(200);
    }

    /** The first fields of the indexes of a collection. */
    private Set<String> leading(String collection) {
        Set<String> leading = new HashSet<>();
        for (Document index :
                mongo.getDatabase(database).getCollection(collection).listIndexes()) {
            leading.add(index.get("key", Document.class).keySet().iterator().next());
        }
        return leading;
    }

    private List<BsonDocument> reads(String query) {
        String url = query.replace("{report}", REPORT.reportId())
                .replace("{observation}", REPORT.observations().get(0).observationId());
        List<BsonDocument> reads =
                SentCommands.reads(() -> given().get(url).then().statusCode(200));
        assertThat(reads).as(query).isNotEmpty();
        return reads;
    }

    private boolean isBounded(BsonDocument command) {
        assertThat(command.getFirstKey()).isEqualTo("find");
        Set<String> leading = leading(command.getString("find").getValue());
        return isBounded(command.getDocument("filter", new BsonDocument()), leading::contains);
    }

    private static boolean isBounded(BsonDocument filter, Predicate<String> leading) {
        return filter.entrySet().stream().anyMatch(condition -> isBounded(condition, leading));
    }

    private static boolean isBounded(Map.Entry<String, BsonValue> condition, Predicate<String> leading) {
        String name = condition.getKey();
        BsonValue value = condition.getValue();
        return switch (name) {
            case "$and" -> value.asArray().stream().anyMatch(part -> isBounded(part.asDocument(), leading));
            case "$or" -> value.asArray().stream().allMatch(part -> isBounded(part.asDocument(), leading));
            // A range of ids is where a page begins.
            case "_id" -> !value.isDocument() || value.asDocument().containsKey("$in");
            default -> leading.test(name) && isBound(value);
        };
    }

    private static boolean isBound(BsonValue value) {
        if (value.isRegularExpression()) {
            return value.asRegularExpression().getPattern().matches("\\^[0-9].*");
        }
        return !value.isDocument() || value.asDocument().keySet().stream().anyMatch(BOUNDS::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/observations?area=450200",
                "/observations?area=450202&descendants=false&status=actual&measure=level&q=生产",
                "/observations?area=450000&indicator=GDP&from=2016&to=2025&level=county",
                "/observations?indicator=GDP",
                "/observations?indicator=没有代码的名目",
                "/observations?indicator=GDP&period=2023",
                "/observations?period=2023&q=生产",
                "/observations?to=2015",
                "/observations?report={report}",
                "/observations?area=450202&format=csv",
                "/observations/{observation}",
                "/observations/{observation}/citation",
                "/reports?area=450202",
                "/reports?area=450200&year=2024",
                "/reports?state=received",
                "/reports?state=failed",
                "/reports?state=withdrawn",
                "/reports?since=1",
                "/reports/{report}",
                "/reports/{report}/text",
                "/reports/{report}/observations",
                "/reports/{report}/observations?format=xlsx",
                "/reports/{report}/changes",
                "/indicators?q=生产总值",
                "/areas?parent=450000",
                "/series?indicator=GDP&area=450202,450203",
                "/series?indicator=GDP&area=450202&from=2016&format=sdmx-csv",
                "/compare?indicator=GDP&period=2023&within=450200&level=county",
                "/compare?indicator=GDP&period=2023&areas=450202&format=csv",
                "/conflicts?area=450200",
                "/conflicts?indicator=GDP",
                "/coverage?within=450000&from=2015&to=2025",
                "/ledger?area=450202",
                "/failures?report={report}",
                "/failures?stage=extract&code=internal"
            })
    void readsWithinAnIndex(String query) {
        assertThat(reads(query)).as(query).allMatch(this::isBounded);
    }

    /** These go on by id until the page is full: long where little fits. Those that docs/queries.md names, and all lists. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/observations",
                "/observations?q=生产",
                "/observations?status=actual",
                "/observations?measure=level",
                "/observations?level=county",
                "/observations?from=2016",
                "/reports",
                "/reports?year=2024",
                "/reports?state=stored",
                "/failures",
                "/failures?state=open",
                "/corrections"
            })
    void readsInTheOrderOfIdsWhereNoIndexHelps(String query) {
        assertThat(reads(query))
                .as(query)
                .filteredOn(read -> !isBounded(read))
                .allSatisfy(read -> {
                    assertThat(read.getDocument("sort")).isEqualTo(BsonDocument.parse("{_id: 1}"));
                    assertThat(read.containsKey("limit") || read.containsKey("batchSize"))
                            .isTrue();
                })
                .isNotEmpty();
    }
}
