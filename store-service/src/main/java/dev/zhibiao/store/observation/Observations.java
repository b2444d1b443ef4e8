package dev.zhibiao.store.observation;

import dev.zhibiao.catalogue.AreaLevel;
import dev.zhibiao.events.Correction;
import dev.zhibiao.store.query.Catalogue;
import dev.zhibiao.store.query.Page;
import dev.zhibiao.store.query.Parameters;
import dev.zhibiao.store.query.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Finds observations; withdrawn ones only by their id. */
@ApplicationScoped
public class Observations {

    private final Snapshots snapshots;
    private final Corrections corrections;
    private final Sweep sweep;
    private final Catalogue catalogue;
    private final Sources sources;

    Observations(Snapshots snapshots, Sweep sweep, Corrections corrections, Catalogue catalogue, Sources sources) {
        this.sources = sources;
        this.sweep = sweep;
        this.catalogue = catalogue;
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

    /** A page of those that the query names, by id. */
    Page<Map<String, Object>> search(Parameters query) {
        List<Document> found = snapshots.search(selection(query).observations(), query.after(), query.limit() + 1);
        boolean more = found.size() > query.limit();
        List<Document> items = more ? found.subList(0, query.limit()) : found;
        String last = more ? items.get(items.size() - 1).getString(ObservationDocument.ID) : null;
        return new Page<>(corrections.shown(items), last == null ? null : Parameters.cursor(last));
    }

    /** A report's observations, by their place in the text, with the report. */
    List<Sourced> sourced(String reportId) {
        Source source = sources.of(List.of(reportId)).getOrDefault(reportId, Source.of(reportId, new Document()));
        return ofReport(reportId).stream()
                .map(shown -> new Sourced(shown, source))
                .toList();
    }

    /**
     * All that the query names, by report and place in its text. Reads on while the consumer takes them, a few thousand
     * at a time.
     *
     * @throws dev.zhibiao.store.query.RefusedException for a bad parameter, at once; where the server is too busy, while
     *     it is read
     */
    Consumer<Consumer<Sourced>> each(Parameters query) {
        Selection selection = selection(query);
        return consumer -> sweep.each(selection, chunk -> {
            Map<String, Source> read = new HashMap<>();
            chunk.reports().forEach((id, report) -> read.put(id, Source.of(id, report)));
            corrections.shown(chunk.observations()).forEach(shown -> {
                String id = String.valueOf(shown.get(ObservationDocument.REPORT));
                consumer.accept(new Sourced(shown, read.getOrDefault(id, Source.of(id, new Document()))));
            });
        });
    }

    /** All facts of a selection, by report and place in its text; none of what somebody said should not be there. */
    public void facts(Selection selection, Consumer<Fact> consumer) {
        sweep.each(selection, chunk -> {
            Map<String, List<Correction>> said = corrections.of(chunk.observations().stream()
                    .map(o -> o.getString(ObservationDocument.ID))
                    .toList());
            for (Document document : chunk.observations()) {
                Map<String, @Nullable String> corrected =
                        Corrections.newest(said.getOrDefault(document.getString(ObservationDocument.ID), List.of()));
                if (Corrections.denied(corrected)) {
                    continue;
                }
                corrected.remove(Corrections.EXISTS);
                corrected.forEach((field, value) -> ObservationDocument.correct(document, field, value));
                String reportId = document.getString(ObservationDocument.REPORT);
                Document report = chunk.reports().getOrDefault(reportId, new Document());
                consumer.accept(fact(document, reportId, report, !corrected.isEmpty()));
            }
        });
    }

    private static Fact fact(Document document, String reportId, Document report, boolean corrected) {
        Document metadata = report.get("stored", new Document()).get("metadata", new Document());
        String areaCode = document.get("areaCode", "");
        return new Fact(
                ObservationDocument.observation(document),
                reportId,
                areaCode,
                metadata.get("targetPeriod", ""),
                metadata.get("deliveredOn", ""),
                areaCode.equals(metadata.getString("areaCode")),
                corrected,
                document.get(ObservationDocument.VERSION, ""));
    }

    private Selection selection(Parameters query) {
        Selection selection = Selection.ALL;
        String area = query.get("area");
        if (area != null) {
            selection = selection.areas(catalogue, catalogue.areas("area", area), query.is("descendants", true));
        }
        String indicator = query.get("indicator");
        if (indicator != null) {
            selection = selection.indicator(catalogue.indicator(indicator));
        }
        String report = query.get("report");
        if (report != null) {
            selection = selection.report(report);
        }
        for (String field : List.of("status", "measure")) {
            String value = query.get(field);
            selection = value == null ? selection : selection.where(field, value);
        }
        String period = query.get("period");
        if (period != null) {
            selection = selection.where("timePeriod", Periods.stored(period));
        }
        Parameters.Years years = query.years();
        selection = selection.years(years.from(), years.to());
        String level = query.get("level");
        if (level != null) {
            selection = selection.level(AreaLevel.ofCode(level));
        }
        String words = query.get("q");
        return words == null ? selection : selection.words(words);
    }
}
