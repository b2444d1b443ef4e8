package dev.zhibiao.store.report;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.zhibiao.events.MalformedEventException;
import dev.zhibiao.events.Problem;
import dev.zhibiao.store.observation.Edition;
import dev.zhibiao.store.observation.Revision;
import dev.zhibiao.store.query.Catalogue;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.query.Page;
import dev.zhibiao.store.query.Parameters;
import dev.zhibiao.store.query.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Reports by what a query says of them, in the order of their ids. */
@ApplicationScoped
class ReportList {

    private static final String METADATA = ReportDocument.STORED + ".metadata.";
    private static final String RELEASE = ReportDocument.STORED + "." + ReportDocument.RELEASE;
    private static final List<String> LARGE = List.of(
            ReportDocument.STORED + "." + ReportDocument.IDS,
            ReportDocument.STORED + ".counts",
            ReportDocument.STORED + ".sections",
            ReportDocument.STORED + ".glossary",
            Edition.STALE,
            Edition.GONE,
            Revision.LAST);

    private final Database database;
    private final Catalogue catalogue;

    ReportList(Database database, Catalogue catalogue) {
        this.database = database;
        this.catalogue = catalogue;
    }

    /** The page that a query asks for. */
    Page<Map<String, Object>> page(Parameters query) {
        List<Bson> filters = new ArrayList<>(List.of(empty()));
        String area = query.get("area");
        if (area != null) {
            filters.add(in(METADATA + "areaCode", catalogue.codes("area", area, query.is("descendants", true))));
        }
        String year = query.get("year");
        if (year != null) {
            filters.add(eq(METADATA + "targetPeriod", year));
        }
        String since = query.get("since");
        if (since != null) {
            filters.add(gte(RELEASE, release(since)));
        }
        String state = query.get("state");
        if (state != null) {
            filters.add(candidates(state));
        }
        String after = query.after();
        if (after != null) {
            filters.add(gt("_id", after));
        }
        return Page.cut(
                first(and(filters), state, query.limit() + 1),
                query.limit(),
                report -> report.getString("_id"),
                ReportDocument::summary);
    }

    /** No state is written down: {@code received} and {@code failed} are told apart among what is not stored. */
    private static Bson candidates(String state) {
        return switch (state) {
            case "withdrawn" -> gt(Edition.WITHDRAWN + ".at", new Date(0));
            case "stored" -> and(eq(Edition.WITHDRAWN, null), ne(RELEASE, null));
            default -> and(eq(Edition.WITHDRAWN, null), eq(RELEASE, null));
        };
    }

    private List<Document> first(Bson filter, @Nullable String state, int count) {
        List<Document> found = new ArrayList<>();
        try (MongoCursor<Document> reports = database.reports()
                .find(filter)
                .projection(Projections.exclude(LARGE))
                .sort(Sorts.ascending("_id"))
                .batchSize(count)
                .iterator()) {
            while (found.size() < count && reports.hasNext()) {
                Document report = reports.next();
                if (state == null || state.equals(ReportDocument.state(report))) {
                    found.add(report);
                }
            }
        }
        return found;
    }

    private static int release(String version) {
        try {
            return Rank.release(version);
        } catch (MalformedEventException e) {
            throw new RefusedException(Problem.BAD_PARAMETER, "since: must begin with a release number", "since");
        }
    }
}
