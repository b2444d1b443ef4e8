package dev.zhibiao.store.observation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.zhibiao.catalogue.Areas;
import dev.zhibiao.store.query.Database;
import dev.zhibiao.store.query.Page;
import dev.zhibiao.store.query.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Finds observations; withdrawn ones only by their id. */
@ApplicationScoped
public class Observations {

    static final Set<String> PARAMETERS = Set.of("area", "indicator", "period", "status", "measure", "q", "report");

    private static final Set<String> MEASURES = Set.of("level", "growth", "change", "multiple", "rank");
    private static final Set<String> STATUSES = Set.of("actual", "estimate", "target");

    private final Database database;
    private final Snapshots snapshots;
    private final Corrections corrections;
    private final Areas areas = Areas.load();

    Observations(Database database, Snapshots snapshots, Corrections corrections) {
        this.database = database;
        this.snapshots = snapshots;
        this.corrections = corrections;
    }

    /** A report's observations by their place in the text, all of one edition. */
    public List<Map<String, Object>> ofReport(String reportId) {
        List<Document> found = new ArrayList<>(snapshots.ofReport(reportId));
        found.sort(Comparator.<Document>comparingInt(o -> o.getInteger("start"))
                .thenComparingInt(o -> o.getInteger("end"))
                .thenComparing(o -> o.getString("_id")));
        return corrections.shown(found);
    }

    /** An observation that is, or was, for readers to see. */
    Optional<Found> find(String id) {
        return snapshots
                .find(id)
                .map(found ->
                        new Found(corrections.shown(List.of(found.document())).get(0), found.withdrawn()));
    }

    /**
     * An observation as shown.
     *
     * @param withdrawn whether this is the last content of one that is gone
     */
    record Found(Map<String, Object> shown, boolean withdrawn) {}

    /** A page of those that the query names. */
    Page<Map<String, Object>> search(Parameters query) {
        List<Document> found = snapshots.search(filters(query), query.after(), query.limit() + 1);
        boolean more = found.size() > query.limit();
        List<Document> items = more ? found.subList(0, query.limit()) : found;
        String last = more ? items.get(items.size() - 1).getString(ObservationDocument.ID) : null;
        return new Page<>(corrections.shown(items), last == null ? null : Parameters.cursor(last));
    }

    private List<Bson> filters(Parameters query) {
        List<Bson> filters = new ArrayList<>(List.of(ne(ObservationDocument.WITHDRAWN, true)));
        String area = query.get("area");
        if (area != null) {
            filters.add(in("areaCode", codes(area)));
        }
        String indicator = query.get("indicator");
        if (indicator != null) {
            filters.add(or(eq("indicator", indicator), eq("indicatorCode", indicator)));
        }
        equal(filters, "timePeriod", query.get("period"));
        equal(filters, "status", query.oneOf("status", STATUSES));
        equal(filters, "measure", query.oneOf("measure", MEASURES));
        equal(filters, ObservationDocument.REPORT, query.get("report"));
        String words = query.get("q");
        if (words != null) {
            filters.add(regex("sentence", Pattern.quote(words)));
        }
        return filters;
    }

    private static void equal(List<Bson> filters, String field, @Nullable String value) {
        if (value != null) {
            filters.add(eq(field, value));
        }
    }

    /** A code stands for itself, a name for every area of that name. */
    private List<String> codes(String area) {
        if (area.matches("[0-9]{6}")) {
            return List.of(area);
        }
        return areas.named(area).stream().map(found -> found.code()).distinct().toList();
    }

    /** The names of indicators with the number of their observations, by name. */
    Page<Map<String, Object>> indicators(Parameters query) {
        return counted(query, "indicators", "indicator");
    }

    /** The codes of areas with the number of their observations, by code. */
    Page<Map<String, Object>> areas(Parameters query) {
        Page<Map<String, Object>> page = counted(query, "areas", "areaCode");
        page.items()
                .forEach(item -> areas.byCode(String.valueOf(item.get("areaCode")))
                        .ifPresent(area -> item.put("refArea", areas.path(area))));
        return page;
    }

    // From the counts that each report's document keeps: they change with the edition, and are few.
    private Page<Map<String, Object>> counted(Parameters query, String list, String field) {
        String after = query.after();
        String path = "stored.counts." + list;
        List<Document> found = database.reports()
                .aggregate(List.of(
                        Aggregates.match(and(ne(path, null), eq(Edition.WITHDRAWN, null))),
                        Aggregates.project(Projections.include(path)),
                        Aggregates.unwind("$" + path),
                        Aggregates.group("$" + path + ".key", Accumulators.sum("observations", "$" + path + ".count")),
                        Aggregates.match(gt("_id", after == null ? "" : after)),
                        Aggregates.sort(Sorts.ascending("_id")),
                        Aggregates.limit(query.limit() + 1)))
                .into(new ArrayList<>());
        return Page.cut(found, query.limit(), group -> group.getString("_id"), group -> {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put(field, group.getString("_id"));
            item.put("observations", group.get("observations"));
            return item;
        });
    }
}
