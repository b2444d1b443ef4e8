package dev.zhibiao.store.query;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.zhibiao.store.observation.Selection;
import dev.zhibiao.store.stream.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which index a server takes for each query, where the server can say so. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // CDI sets the fields.
class IndexesIT {

    private static final Logger LOG = Logger.getLogger(IndexesIT.class);

    @Inject
    MongoClient mongo;

    @Inject
    Catalogue catalogue;

    @ConfigProperty(name = "zhibiao.store.database")
    String database;

    @BeforeEach
    void needsAServerThatExplains() {
        boolean explains;
        try {
            explain("reports", empty());
            explains = true;
        } catch (MongoException e) {
            explains = false;
            LOG.infof("skipped: this server does not explain its plans: %s", e.getMessage());
        }
        assumeTrue(explains, "this server does not explain its plans");
        // The schema is made in the background.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database()
                                .getCollection("reports")
                                .listIndexes()
                                .into(new java.util.ArrayList<>())
                                .size()
                        > 1);
    }

    @Test
    void servesEveryQueryOfObservationsFromAnIndex() {
        Catalogue.Named gdp = catalogue.indicator("GDP");
        observations(Selection.ALL.indicator(gdp), "indicatorCode_1_areaCode_1_timePeriod_1");
        observations(Selection.ALL.indicator(gdp), "indicator_1_areaCode_1_timePeriod_1");
        observations(Selection.ALL.areas(List.of("330200")), "areaCode_1_timePeriod_1");
        observations(
                Selection.ALL.areas(catalogue, catalogue.areas("area", "330000"), true), "areaCode_1_timePeriod_1");
        observations(
                Selection.ALL.indicator(gdp).areas(List.of("330200")).years(2016, 2020),
                "indicatorCode_1_areaCode_1_timePeriod_1");
        observations(Selection.ALL.where("timePeriod", "2023"), "timePeriod_1");
        observations(Selection.ALL.report("0123"), "reportId_1_start_1");
    }

    @Test
    void servesEveryQueryOfReportsFromAnIndex() {
        reports(
                new Document("stored.metadata.areaCode", new Document("$in", List.of("330200")))
                        .append("stored.metadata.targetPeriod", "2024"),
                "stored.metadata.areaCode_1_stored.metadata.targetPeriod_1");
        reports(new Document("changedAt", new Document("$gte", new java.util.Date())), "changedAt_1");
        reports(new Document("withdrawn.at", new Document("$gt", new java.util.Date(0))), "withdrawn.at_1");
        reports(new Document("withdrawn", null).append("stored.release", null), "stored.release_1");
        reports(new Document("origins.hints.area", new Document("$gt", "")), "origins.hints.area_1");
        reports(
                and(Selection.ALL
                        .areas(catalogue, catalogue.areas("area", "330000"), true)
                        .reports()),
                "stored.counts.areas.key_1");
    }

    private void observations(Selection selection, String index) {
        uses("observations", and(selection.observations()), index);
    }

    private void reports(Bson filter, String index) {
        uses("reports", filter, index);
    }

    private void uses(String collection, Bson filter, String index) {
        Document planner = explain(collection, filter).get("queryPlanner", Document.class);
        // Beside few documents a server may prefer the order of the ids; it must know the way all the same.
        assertThat(planner.toJson()).contains('"' + index + '"');
        assertThat(planner.get("winningPlan", Document.class).toJson()).doesNotContain("COLLSCAN");
    }

    private Document explain(String collection, Bson filter) {
        Document find = new Document("find", collection)
                .append(
                        "filter",
                        filter.toBsonDocument(Document.class, database().getCodecRegistry()))
                .append("sort", new Document("_id", 1))
                .append("limit", 100);
        return database().runCommand(new Document("explain", find).append("verbosity", "queryPlanner"));
    }

    private MongoDatabase database() {
        return mongo.getDatabase(database);
    }
}
