package dev.zhibiao.store.observation;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Projections;
import dev.zhibiao.events.Correction;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.store.query.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Observations in the format of the annotated reports, with what people corrected in place of what was extracted. One that should not be there has {@code exists: false}. */
@ApplicationScoped
class GoldRecords {

    private static final List<String> FIELDS = List.of(
            "start",
            "end",
            "text",
            "indicator",
            "measure",
            "value",
            "valueMax",
            "unit",
            "comparator",
            "timePeriod",
            "status",
            "area",
            "basePeriod",
            "rankScope");

    private final Database database;

    GoldRecords(Database database) {
        this.database = database;
    }

    /** One JSON object; {@code doc} is the source the report came from, or its id where it named none. */
    String line(Document observation, List<Correction> said) {
        Map<String, @Nullable String> corrected = Corrections.newest(said);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("doc", doc(observation.getString(ObservationDocument.REPORT)));
        for (String field : FIELDS) {
            Object value = switch (field) {
                case "start", "end" -> observation.get(field);
                default ->
                    corrected.containsKey(field) ? corrected.get(field) : ObservationDocument.text(observation, field);
            };
            if (value != null) {
                record.put(field, value);
            }
        }
        record.put("observationId", observation.getString(ObservationDocument.ID));
        record.put("rule", observation.getString("rule"));
        record.put("corrected", List.copyOf(corrected.keySet()));
        if (Corrections.denied(corrected)) {
            record.put(Corrections.EXISTS, false);
        }
        return new String(EventJson.write(record), StandardCharsets.UTF_8);
    }

    private String doc(String reportId) {
        Document report = database.reports()
                .find(eq("_id", reportId))
                .projection(Projections.include("origins.source"))
                .first();
        if (report == null) {
            return reportId;
        }
        return report.getList("origins", Document.class, List.of()).stream()
                .map(origin -> origin.getString("source"))
                .filter(source -> source != null && !source.isBlank())
                .findFirst()
                .orElse(reportId);
    }
}
