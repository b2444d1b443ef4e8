package dev.zhibiao.store.query;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
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
    void needsAServerThatExplainsAndTakesIndexes() {
        boolean takes = false;
        try {
            takes = takesAnIndexForSeveralValues();
            if (!takes) {
                LOG.info("skipped: this server takes no index for $in beside another condition, nor for $or");
            }
        } catch (MongoException e) {
            LOG.infof("skipped: this server does not explain its plans: %s", e.getMessage());
        }
        assumeTrue(takes, "this server does not explain its plans, or takes no index for $in and $or");
        // The schema is made in the background.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database()
                                .getCollection("reports")
                                .listIndexes()
                                .into(new java.util.ArrayList<>())
                                .size()
                        > 1);
    }

    /** Whether the planner knows how to serve what these queries are made of, shown on a collection that is not ours. */
    private boolean takesAnIndexForSeveralValues() {
        String probe = "planner-probe";
        database().getCollection(probe).createIndex(Indexes.ascending("a", "b"));
        try {
            return !scans(probe, and(in("a", "1", "2"), eq("b", "3")))
                    && !scans(probe, or(eq("a", "1"), and(eq("a", "2"), in("b", "3", "4"))));
        } finally {
            database().getCollection(probe).drop();
        }
    }

    private boolean scans(String collection, Bson filter) {
        return explain(collection, filter)
                .get("queryPlanner", Document.class)
                .get("winningPlan", Document.class)
                .toJson()
                .contains("COLLSCAN");
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
        assertThat(scans(collection, filter)).as("scans: %s", planner.toJson()).isFalse();
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
