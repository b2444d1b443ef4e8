package dev.zhibiao.store.observation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.zhibiao.events.Correction;
import dev.zhibiao.events.ObservationChange;
import dev.zhibiao.store.query.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What people say is right. Kept by the observation's id and apart from its content, so that another extraction leaves
 * it as it is.
 */
@ApplicationScoped
public class Corrections {

    /** Set in the report's document where any of its observations is corrected. */
    static final String CORRECTED = "corrected";

    /** Says of the observation itself whether it should be there; no extraction has such a field. */
    static final String EXISTS = "exists";

    private static final String ITEMS = "items";

    private final Database database;

    Corrections(Database database) {
        this.database = database;
    }

    /**
     * Adds a correction and counts it as a change of the report; the same one again adds nothing.
     *
     * @return the one that is stored now
     */
    Correction add(Document observation, Correction correction) {
        String id = observation.getString(ObservationDocument.ID);
        String reportId = observation.getString(ObservationDocument.REPORT);
        Correction last = last(id, correction.field());
        Correction kept = last != null && sameWords(last, correction) ? last : correction;
        if (kept == correction) {
            database.corrections()
                    .updateOne(
                            eq("_id", id),
                            Updates.combine(
                                    Updates.set(ObservationDocument.REPORT, reportId),
                                    Updates.push(ITEMS, document(correction))),
                            new UpdateOptions().upsert(true));
        }
        // Again for the same one, too: a kill may have come between the two writes.
        String before = last == null || kept == last ? kept.extracted() : last.value();
        Changes changes = new Changes(
                List.of(),
                List.of(id),
                List.of(),
                List.of(new ObservationChange(
                        id, Map.of(kept.field(), new ObservationChange.Values(before, kept.value())))));
        database.reports()
                .updateOne(
                        eq("_id", reportId),
                        Updates.combine(Updates.set(CORRECTED, true), Revision.next("corrected", kept.at(), changes)));
        return kept;
    }

    private @Nullable Correction last(String id, String field) {
        return of(List.of(id)).getOrDefault(id, List.of()).stream()
                .filter(c -> c.field().equals(field))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static boolean sameWords(Correction a, Correction b) {
        return Objects.equals(a.value(), b.value())
                && a.reason().equals(b.reason())
                && a.who().equals(b.who());
    }

    /** The corrections of these observations by id, oldest first; without those that nobody corrected. */
    public Map<String, List<Correction>> of(Collection<String> ids) {
        Map<String, List<Correction>> found = new HashMap<>();
        if (!ids.isEmpty()) {
            database.corrections()
                    .find(in("_id", ids))
                    .batchSize(1000)
                    .forEach(document -> found.put(document.getString("_id"), items(document)));
        }
        return found;
    }

    /** Observations as the query API shows them, each with what is said of it. */
    List<Map<String, Object>> shown(List<Document> observations) {
        Map<String, List<Correction>> all = of(observations.stream()
                .map(o -> o.getString(ObservationDocument.ID))
                .toList());
        return observations.stream()
                .map(observation -> {
                    Map<String, Object> shown = ObservationDocument.shown(observation);
                    List<Correction> corrections = all.get(observation.getString(ObservationDocument.ID));
                    if (corrections != null) {
                        shown.put(
                                "corrections",
                                corrections.stream().map(Corrections::shown).toList());
                        shown.put("corrected", newest(corrections));
                    }
                    return shown;
                })
                .toList();
    }

    /** The last word on each field. */
    static Map<String, @Nullable String> newest(List<Correction> corrections) {
        Map<String, @Nullable String> newest = new LinkedHashMap<>();
        corrections.forEach(correction -> newest.put(correction.field(), correction.value()));
        return newest;
    }

    /** Whether the last word is that there should be no such observation. */
    static boolean denied(Map<?, ?> newest) {
        return "false".equals(newest.get(EXISTS));
    }

    static Map<String, @Nullable Object> shown(Correction correction) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("field", correction.field());
        shown.put("value", correction.value());
        shown.put("extracted", correction.extracted());
        shown.put("reason", correction.reason());
        shown.put("who", correction.who());
        shown.put("at", correction.at().toString());
        return shown;
    }

    /** Ids of corrected observations with what is said of them, by id, from the one after. */
    Map<String, List<Correction>> page(@Nullable String after, int limit) {
        Bson filter = gt("_id", after == null ? "" : after);
        Map<String, List<Correction>> page = new LinkedHashMap<>();
        database.corrections()
                .find(filter)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .forEach(document -> page.put(document.getString("_id"), items(document)));
        return page;
    }

    private static List<Correction> items(Document document) {
        List<Correction> items = new ArrayList<>();
        for (Document item : document.getList(ITEMS, Document.class, List.of())) {
            items.add(new Correction(
                    item.getString("field"),
                    item.getString("value"),
                    item.getString("extracted"),
                    item.getString("reason"),
                    item.getString("who"),
                    item.getDate("at").toInstant()));
        }
        return items;
    }

    private static Document document(Correction correction) {
        return new Document("field", correction.field())
                .append("value", correction.value())
                .append("extracted", correction.extracted())
                .append("reason", correction.reason())
                .append("who", correction.who())
                .append("at", Date.from(correction.at()));
    }

    /** Milliseconds, as the database keeps them. */
    static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
