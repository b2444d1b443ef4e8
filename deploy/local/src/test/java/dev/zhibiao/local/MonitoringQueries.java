package dev.zhibiao.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Every query of {@code deploy/kubernetes/components/monitoring}, by where it stands.
 *
 * @param recorded the queries of recording rules by the names they record
 * @param alerts the queries of alerts by their names
 * @param panels the dashboard's queries by panel
 */
record MonitoringQueries(Map<String, String> recorded, Map<String, String> alerts, Map<String, List<String>> panels) {

    private static final String FOLDER = "deploy/kubernetes/components/monitoring/";
    /** Grafana's, no function of Prometheus. */
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((\\w+), (\\w+)\\)");

    static MonitoringQueries read(Path root) throws IOException {
        Map<String, String> recorded = new LinkedHashMap<>();
        Map<String, String> alerts = new LinkedHashMap<>();
        JsonNode rules = new YAMLMapper(new YAMLFactory())
                .readTree(
                        root.resolve(FOLDER + "102-PrometheusRule-zhibiao.yaml").toFile());
        for (JsonNode group : rules.at("/spec/groups")) {
            for (JsonNode rule : group.path("rules")) {
                boolean records = rule.has("record");
                (records ? recorded : alerts)
                        .put(
                                rule.path(records ? "record" : "alert").asText(),
                                rule.path("expr").asText());
            }
        }
        Map<String, List<String>> panels = new LinkedHashMap<>();
        JsonNode dashboard = new ObjectMapper()
                .readTree(root.resolve(FOLDER + "dashboards/zhibiao.json").toFile());
        for (JsonNode panel : dashboard.path("panels")) {
            List<String> queries = new ArrayList<>();
            panel.path("targets")
                    .forEach(target ->
                            queries.add(withoutVariables(target.path("expr").asText())));
            if (!queries.isEmpty()) {
                panels.put(panel.path("title").asText(), queries);
            }
        }
        for (JsonNode variable : dashboard.at("/templating/list")) {
            if (variable.path("type").asText().equals("query")) {
                panels.put(
                        "variable " + variable.path("name").asText(),
                        List.of(LABEL_VALUES
                                .matcher(variable.path("definition").asText())
                                .replaceFirst("sum by ($2) ($1)")));
            }
        }
        return new MonitoringQueries(recorded, alerts, panels);
    }

    private static String withoutVariables(String query) {
        return query.replace("$namespace", "zhibiao").replace("$__rate_interval", "5m");
    }

    /** All of them, each after where it stands. */
    Map<String, List<String>> all() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        recorded.forEach((name, query) -> all.put("record " + name, List.of(query)));
        alerts.forEach((name, query) -> all.put("alert " + name, List.of(query)));
        panels.forEach((name, queries) -> all.put("panel " + name, queries));
        return all;
    }

    /** What is asked in vain, one line each, of what these series and the recorded ones have. */
    List<String> missing(Exposed exposed) {
        recorded.forEach((name, query) -> exposed.known(name, PromQl.of(query).grouping()));
        Set<String> missing = new TreeSet<>();
        all().forEach((where, queries) -> {
            for (String query : queries) {
                exposed.missing(PromQl.of(query)).forEach(what -> missing.add(where + ": " + what));
            }
        });
        return List.copyOf(missing);
    }
}
