package dev.zhibiao.store.overview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import dev.zhibiao.store.observation.Changes;
import dev.zhibiao.store.observation.Revision;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.query.GivenReport;
import dev.zhibiao.store.query.ReadingConfig;
import dev.zhibiao.store.stream.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Several instances, each with sums of its own. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // CDI sets the fields.
class CountsIT {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    Database database;

    @Inject
    ReadingConfig reading;

    @Test
    void agreeWithAnInstanceThatIsStartedLaterWhateverHappensToReports() {
        Counts first = new Counts(database, reading);
        ReportExtracted report = GivenReport.of("341802", 2024)
                .says("各处一数", "", "1家", "1", "家")
                .says("各处一数", "", "2家", "2", "家")
                .extracted();
        ReportExtracted other =
                GivenReport.of("341802", 2023).says("各处一数", "", "3家", "3", "家").extracted();
        try (TestStream stream = new TestStream(bootstrapServers, Topic.STORED)) {
            GivenReport.store(stream, List.of(report));
            assertThat(areas(first)).containsEntry("341802", 2L);
            GivenReport.store(stream, List.of(other));
        }
        agree(first, 3L);
        given().delete("/reports/" + report.reportId()).then().statusCode(200);
        agree(first, 1L);
        given().delete("/reports/" + other.reportId()).then().statusCode(200);
        assertThat(areas(first)).doesNotContainKey("341802").isEqualTo(areas(new Counts(database, reading)));
        given().post("/reports/" + report.reportId() + "/restore").then().statusCode(200);
        agree(first, 2L);
    }

    @Test
    void holdTwoChangesOfOneMoment() {
        Counts counts = new Counts(database, reading);
        try (TestStream stream = new TestStream(bootstrapServers, Topic.STORED)) {
            ReportExtracted report = GivenReport.of("341822", 2024)
                    .says("一瞬两变", "", "1家", "1", "家")
                    .extracted();
            GivenReport.store(stream, List.of(report));
            assertThat(areas(counts)).containsEntry("341822", 1L);
            Document before = database.reports()
                    .find(Filters.eq("_id", report.reportId()))
                    .first();
            assertThat(before).isNotNull();
            // As another extraction would in the same millisecond.
            database.reports()
                    .updateOne(
                            Filters.eq("_id", report.reportId()),
                            Updates.combine(
                                    Updates.set(
                                            "stored.counts.areas",
                                            List.of(new Document("key", "341822").append("count", 5))),
                                    Revision.next("extracted", Instant.now(), Changes.NONE)));
            database.reports()
                    .updateOne(
                            Filters.eq("_id", report.reportId()),
                            Updates.set(Revision.CHANGED_AT, before.getDate(Revision.CHANGED_AT)));
        }
        assertThat(areas(counts)).containsEntry("341822", 5L);
    }

    private void agree(Counts first, long observations) {
        assertThat(areas(first)).containsEntry("341802", observations).isEqualTo(areas(new Counts(database, reading)));
    }

    private static Map<String, Long> areas(Counts counts) {
        return counts.read(sums -> {
            Map<String, Long> areas = new TreeMap<>();
            sums.areas().totals().forEach((code, total) -> areas.put(code, total.observations()));
            return areas;
        });
    }
}
