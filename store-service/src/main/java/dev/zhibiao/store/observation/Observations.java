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
    private static final Bson CURRENT = ne(ObservationDocument.WITHDRAWN, true);

    private final Database database;
    private final Areas areas = Areas.load();

    Observations(Database database) {
        this.database = database;
    }

    /** These observations by their place in the text. */
    public List<Map<String, Object>> byIds(List<String> ids) {
        List<Document> found = database.observations()
                .find(and(in("_id", ids), CURRENT))
                .batchSize(1000)
                .into(new ArrayList<>());
        found.sort(Comparator.<Document>comparingInt(o -> o.getInteger("start"))
                .thenComparingInt(o -> o.getInteger("end"))
                .thenComparing(o -> o.getString("_id")));
        return found.stream().map(ObservationDocument::shown).toList();
    }

    /** The document of an id, withdrawn or not. */
    Optional<Document> find(String id) {
        return Optional.ofNullable(database.observations().find(eq("_id", id)).first());
    }

    /** A page of those that the query names. */
    Page<Map<String, Object>> search(Parameters query) {
        List<Bson> filters = filters(query);
        String after = query.after();
        if (after != null) {
            filters.add(gt("_id", after));
        }
        List<Document> found = database.observations()
                .find(and(filters))
                .sort(Sorts.ascending("_id"))
                .limit(query.limit() + 1)
                .batchSize(query.limit() + 1)
                .into(new ArrayList<>());
        return Page.cut(found, query.limit(), o -> o.getString("_id"), ObservationDocument::shown);
    }

    private List<Bson> filters(Parameters query) {
        List<Bson> filters = new ArrayList<>(List.of(CURRENT));
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
        return counted(query, "indicator");
    }

    /** The codes of areas with the number of their observations, by code. */
    Page<Map<String, Object>> areas(Parameters query) {
        Page<Map<String, Object>> page = counted(query, "areaCode");
        page.items()
                .forEach(item -> areas.byCode(String.valueOf(item.get("areaCode")))
                        .ifPresent(area -> item.put("refArea", areas.path(area))));
        return page;
    }

    private Page<Map<String, Object>> counted(Parameters query, String field) {
        String after = query.after();
        List<Document> found = database.observations()
                .aggregate(List.of(
                        Aggregates.match(
                                and(CURRENT, ne(field, null), after == null ? ne(field, "") : gt(field, after))),
                        Aggregates.group("$" + field, Accumulators.sum("observations", 1)),
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
