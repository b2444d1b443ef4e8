package dev.zhibiao.store.observation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.query.GivenReport;
import dev.zhibiao.store.query.ReadingConfig;
import dev.zhibiao.store.stream.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Reading everything, in chunks so small that a few reports make many. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // CDI sets the fields.
class SweepIT {

    private static final int REPORTS = 7;
    private static final int OBSERVATIONS = 9;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    Database database;

    @Inject
    Snapshots snapshots;

    @Inject
    ReadingConfig reading;

    @Test
    void readsTheSameInManyChunksAsAtOnce() {
        List<ReportExtracted> reports = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            GivenReport report = GivenReport.of("341700", 2010 + i);
            for (int n = 0; n < OBSERVATIONS; n++) {
                report.says("逐块" + n, "", n + 1 + "家", Integer.toString(n + 1), "家");
            }
            reports.add(report.extracted());
        }
        try (TestStream stream = new TestStream(bootstrapServers, Topic.STORED)) {
            GivenReport.store(stream, reports);
        }
        given().delete("/reports/" + reports.get(0).reportId()).then().statusCode(200);
        Selection selection = Selection.ALL.areas(Set.of("341700")).words("逐块");

        List<String> atOnce = read(1000, selection);
        assertThat(atOnce).hasSize((REPORTS - 1) * OBSERVATIONS).doesNotHaveDuplicates();
        assertThat(read(2 * OBSERVATIONS, selection)).isEqualTo(atOnce);
        assertThat(read(1, selection.words("逐块3"))).hasSize(REPORTS - 1);
        assertThat(read(2 * OBSERVATIONS, Selection.ALL)).containsAll(atOnce).doesNotHaveDuplicates();
        // Nothing can be read at once in no time, and every part of it takes longer than that.
        ReadingConfig impatient = () -> Duration.ofNanos(1);
        assertThat(read(new Sweep(database, new Snapshots(database, impatient), impatient, 1000), 1000, selection))
                .isEqualTo(atOnce);
    }

    private List<String> read(int chunk, Selection selection) {
        return read(new Sweep(database, snapshots, reading, chunk), chunk, selection);
    }

    private static List<String> read(Sweep sweep, int chunk, Selection selection) {
        List<String> ids = new ArrayList<>();
        List<Document> all = new ArrayList<>();
        sweep.each(selection, read -> {
            assertThat(read.observations().size())
                    .as("observations of %s", read.reports().keySet())
                    .matches(size -> size <= chunk || read.reports().size() == 1);
            assertThat(read.reports().keySet())
                    .containsAll(read.observations().stream()
                            .map(o -> o.getString(ObservationDocument.REPORT))
                            .toList());
            all.addAll(read.observations());
        });
        all.forEach(document -> ids.add(document.getString(ObservationDocument.ID)));
        assertThat(all)
                .isSortedAccordingTo(
                        Comparator.<Document, String>comparing(o -> o.getString(ObservationDocument.REPORT))
                                .thenComparing(o -> o.getInteger("start")));
        return ids;
    }
}
