package dev.zhibiao.store.report;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Projections;
import dev.zhibiao.store.observation.Edition;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.query.ReadingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Of which area and year of reading reports are. */
@ApplicationScoped
public class ReportPlaces {

    private static final String METADATA = ReportDocument.STORED + ".metadata.";
    private static final String AREA = METADATA + "areaCode";
    private static final String YEAR = METADATA + "targetPeriod";
    private static final String HINTS = ReportDocument.ORIGINS + ".hints";

    private final Database database;
    private final Duration patience;

    ReportPlaces(Database database, ReadingConfig reading) {
        this.database = database;
        this.patience = reading.patience();
    }

    /**
     * A report and its place.
     *
     * @param area its code; of one that failed what the upstream said, a code or a name
     * @param year of reading, {@code YYYY}
     */
    public record Place(String reportId, String area, String year) {}

    /** Those that readers see, of these areas and years. */
    public List<Place> stored(Collection<String> codes, int from, int to) {
        Bson filter = and(in(AREA, codes), gte(YEAR, "" + from), lte(YEAR, "" + to), eq(Edition.WITHDRAWN, null));
        return find(filter, List.of(AREA, YEAR)).stream()
                .map(report -> {
                    Document metadata =
                            report.get(ReportDocument.STORED, Document.class).get("metadata", Document.class);
                    return new Place(
                            report.getString("_id"),
                            metadata.getString("areaCode"),
                            metadata.getString("targetPeriod"));
                })
                .toList();
    }

    /** Those that failed, as far as the upstream said of which area and year they are. */
    public List<Place> failed() {
        Bson filter = and(gt(HINTS + ".area", ""), eq(ReportDocument.STORED, null));
        List<String> fields = List.of(
                HINTS, ReportDocument.RECEIVED_AT, ReportDocument.FAILURES, ReportDocument.REPLAYED, Edition.WITHDRAWN);
        return find(filter, fields).stream()
                .filter(report -> ReportDocument.state(report).equals("failed"))
                .flatMap(ReportPlaces::hinted)
                .toList();
    }

    private static Stream<Place> hinted(Document report) {
        return report.getList(ReportDocument.ORIGINS, Document.class, List.of()).stream()
                .map(origin -> origin.get("hints", Document.class))
                .filter(Objects::nonNull)
                .filter(hints -> hints.getString("area") != null && hints.getString("year") != null)
                .map(hints -> new Place(report.getString("_id"), hints.getString("area"), hints.getString("year")))
                .distinct();
    }

    private List<Document> find(Bson filter, List<String> fields) {
        return database.reports()
                .find(filter)
                .projection(Projections.include(fields))
                .batchSize(1000)
                .maxTime(patience.toMillis(), TimeUnit.MILLISECONDS)
                .into(new ArrayList<>());
    }
}
