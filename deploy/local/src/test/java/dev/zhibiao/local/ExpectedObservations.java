package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The samples' expected.jsonl beside what the store answers: one line an observation, of the fields both have. */
final class ExpectedObservations {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ExpectedObservations() {}

    /** Those of a sample, by the name of its file. */
    static List<String> of(Path samples, String doc) {
        try {
            List<String> lines = new ArrayList<>();
            for (String line : Files.readAllLines(samples.resolve("expected.jsonl"))) {
                JsonNode observation = JSON.readTree(line);
                if (observation.path("doc").asText().equals(doc)) {
                    lines.add(line(observation));
                }
            }
            assertThat(lines).isNotEmpty();
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of an answer. */
    static List<String> in(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        answer.path("items").forEach(o -> lines.add(line(o)));
        return lines;
    }

    private static String line(JsonNode observation) {
        Map<String, String> fields = new TreeMap<>();
        for (String name :
                List.of("start", "end", "text", "indicator", "measure", "value", "unit", "timePeriod", "status")) {
            fields.put(name, observation.path(name).asText());
        }
        return fields.toString();
    }
}
