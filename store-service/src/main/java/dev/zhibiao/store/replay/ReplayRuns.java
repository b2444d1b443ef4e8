package dev.zhibiao.store.replay;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import dev.zhibiao.store.observation.ObservationWrites.RuleChanges;
import dev.zhibiao.store.query.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What came of each report of a replay: one document each, so that a record that comes twice is counted once. */
@ApplicationScoped
public class ReplayRuns {

    private final Database database;

    ReplayRuns(Database database) {
        this.database = database;
    }

    /** What came of a report. */
    public enum Outcome {
        /** Written, or to be written where the run is dry. */
        CHANGED,
        /** Read again and found the same. */
        UNCHANGED,
        /** What is stored is of a newer version. */
        OLDER,
        /** A stage gave it up. */
        FAILED
    }

    /**
     * Notes what came of a report.
     *
     * @param detail the versions, or the problem's code
     */
    public WriteModel<Document> write(
            String run, String reportId, Outcome outcome, String detail, Map<String, RuleChanges> rules) {
        String id = run + "/" + reportId;
        List<Document> changes = rules.entrySet().stream()
                .map(entry -> new Document("rule", entry.getKey())
                        .append("added", entry.getValue().added())
                        .append("changed", entry.getValue().changed())
                        .append("withdrawn", entry.getValue().withdrawn()))
                .toList();
        Document document = new Document("_id", id)
                .append("run", run)
                .append("reportId", reportId)
                .append("outcome", name(outcome))
                .append("detail", detail)
                .append("rules", changes);
        return new ReplaceOneModel<>(eq("_id", id), document, new ReplaceOptions().upsert(true));
    }

    /** The whole run so far: reports by outcome, failures by code, observations by rule. */
    Map<String, Object> summary(String run) {
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(name(outcome), 0);
        }
        Map<String, Integer> failures = new TreeMap<>();
        Map<String, int[]> rules = new TreeMap<>();
        database.replays().find(eq("run", run)).batchSize(1000).forEach(report -> {
            outcomes.merge(report.getString("outcome"), 1, Integer::sum);
            if (report.getString("outcome").equals(name(Outcome.FAILED))) {
                failures.merge(report.getString("detail"), 1, Integer::sum);
            }
            for (Document rule : report.getList("rules", Document.class, List.of())) {
                int[] sums = rules.computeIfAbsent(rule.getString("rule"), name -> new int[3]);
                sums[0] += rule.getInteger("added");
                sums[1] += rule.getInteger("changed");
                sums[2] += rule.getInteger("withdrawn");
            }
        });
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("run", run);
        summary.put(
                "reports",
                outcomes.values().stream().mapToInt(Integer::intValue).sum());
        summary.put("outcomes", outcomes);
        summary.put("failures", failures);
        List<Map<String, Object>> byRule = new ArrayList<>();
        rules.forEach((rule, sums) -> byRule.add(line(rule, sums)));
        summary.put("rules", byRule);
        return summary;
    }

    private static Map<String, Object> line(@Nullable String rule, int[] sums) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("rule", rule == null ? "" : rule);
        line.put("added", sums[0]);
        line.put("changed", sums[1]);
        line.put("withdrawn", sums[2]);
        return line;
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case CHANGED -> "changed";
            case UNCHANGED -> "unchanged";
            case OLDER -> "older";
            case FAILED -> "failed";
        };
    }
}
