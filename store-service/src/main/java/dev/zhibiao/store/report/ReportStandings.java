package dev.zhibiao.store.report;

import com.mongodb.client.model.Projections;
import dev.zhibiao.store.observation.Edition;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.query.ReadingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;

/** How far every report has come. */
@ApplicationScoped
public class ReportStandings {

    private static final String COUNT = "count";
    private static final String YEAR = "targetPeriod";
    private static final String LEVEL = "level";
    private static final String METADATA = ReportDocument.STORED + ".metadata.";
    private static final List<String> FIELDS = List.of(
            ReportDocument.RECEIVED_AT,
            ReportDocument.FAILURES,
            ReportDocument.REPLAYED,
            Edition.WITHDRAWN,
            ReportDocument.STORED + "." + COUNT,
            METADATA + YEAR,
            METADATA + LEVEL);

    private final Database database;
    private final Duration patience;

    ReportStandings(Database database, ReadingConfig reading) {
        this.database = database;
        this.patience = reading.patience();
    }

    /**
     * Where a report stands.
     *
     * @param state {@code received}, {@code stored}, {@code failed} or {@code withdrawn}
     * @param year of reading, {@code YYYY}; empty where it names none, or nothing is stored
     * @param level {@code national}, {@code province}, {@code city} or {@code county}; empty where unknown
     * @param observations that readers see
     */
    public record Standing(String state, String year, String level, int observations) {}

    /** Tells of all reports, in no order. */
    public void each(Consumer<Standing> consumer) {
        database.reports()
                .find()
                .projection(Projections.include(FIELDS))
                .batchSize(1000)
                .maxTime(patience.toMillis(), TimeUnit.MILLISECONDS)
                .forEach(report -> consumer.accept(of(report)));
    }

    private static Standing of(Document report) {
        String state = ReportDocument.state(report);
        if (!state.equals(ReportDocument.STORED)) {
            return new Standing(state, "", "", 0);
        }
        Document stored = report.get(ReportDocument.STORED, new Document());
        Document metadata = stored.get("metadata", new Document());
        return new Standing(state, metadata.get(YEAR, ""), metadata.get(LEVEL, ""), stored.get(COUNT, 0));
    }
}
