package dev.zhibiao.store.report;

import static com.mongodb.client.model.Filters.eq;

import dev.zhibiao.events.Hints;
import dev.zhibiao.events.Origin;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.Sha256;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.query.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Makes the event of a report's reception again from what is stored. */
@ApplicationScoped
public class StoredReception {

    private final Database database;

    StoredReception(Database database) {
        this.database = database;
    }

    /**
     * A report as it was received.
     *
     * @param event equal to the first but for its origin, which is one of the report's
     * @param version of the extraction that is stored, {@code null} where none is
     */
    public record Reception(ReportReceived event, @Nullable String version) {}

    /**
     * The reception of a report.
     *
     * @throws RefusedException {@code not-found} where the report or its text is not stored
     */
    public Reception of(String reportId) {
        Document report = database.reports().find(eq("_id", reportId)).first();
        Document text = database.texts().find(eq("_id", reportId)).first();
        if (report == null || text == null || report.getDate(ReportDocument.RECEIVED_AT) == null) {
            throw RefusedException.notFound("report " + reportId);
        }
        Document origin = origin(report);
        String words = text.getString("text");
        ReportReceived event = new ReportReceived(
                reportId,
                words,
                Sha256.hex(words),
                new Origin(
                        origin.getString("mediaType"),
                        origin.getString("charset"),
                        origin.get("size", Number.class).longValue(),
                        origin.getString("sha256"),
                        origin.getString("source")),
                hints(origin),
                report.getDate(ReportDocument.RECEIVED_AT).toInstant());
        Document stored = report.get(ReportDocument.STORED, Document.class);
        return new Reception(event, stored == null ? null : stored.getString("extractorVersion"));
    }

    /** One with hints where there is one: they are what the extraction heeds of an origin. */
    private static Document origin(Document report) {
        return report.getList(ReportDocument.ORIGINS, Document.class, List.of()).stream()
                .max(Comparator.comparing(origin -> origin.get("hints") != null))
                .orElseThrow(() -> RefusedException.notFound("the origin of report " + report.get("_id")));
    }

    private static @Nullable Hints hints(Document origin) {
        Document hints = origin.get("hints", Document.class);
        return hints == null ? null : new Hints(hints.getString("area"), hints.getString("year"));
    }
}
