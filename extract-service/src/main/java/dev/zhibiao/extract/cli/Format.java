package dev.zhibiao.extract.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Observation;
import dev.zhibiao.extract.report.Extraction;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How observations are printed. */
enum Format {
    /** One JSON object a line. */
    JSONL {
        @Override
        Output output(PrintWriter out) {
            return (doc, text, extraction) -> {
                for (Observation observation : extraction.observations()) {
                    out.println(JSON.writeValueAsString(node(doc, observation)));
                }
            };
        }
    },
    /** RFC 4180 with a head line, after a byte order mark by which spreadsheets know UTF-8. */
    CSV {
        @Override
        Output output(PrintWriter out) {
            CsvSchema.Builder columns = CsvSchema.builder();
            COLUMNS.forEach(columns::addColumn);
            out.print("\uFEFF" + String.join(",", COLUMNS) + "\r\n");
            CsvSchema schema = columns.build().withLineSeparator("\r\n");
            return (doc, text, extraction) -> {
                for (Observation observation : extraction.observations()) {
                    out.print(CSV_MAPPER.writer(schema).writeValueAsString(cells(doc, observation)));
                }
            };
        }
    },
    /** For the eye. */
    TABLE {
        @Override
        Output output(PrintWriter out) {
            return (doc, text, extraction) -> out.print(table(doc, extraction));
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CsvMapper CSV_MAPPER = new CsvMapper();
    private static final List<String> COLUMNS = List.of(
            ("doc observationId start end text indicator indicatorCode measure value valueMax unit comparator timePeriod"
                            + " status area refArea areaCode basePeriod rankScope section sentence rule")
                    .split(" "));

    abstract Output output(PrintWriter out);

    private static ObjectNode node(String doc, Observation observation) throws IOException {
        ObjectNode line = JSON.createObjectNode().put("doc", doc);
        line.setAll((ObjectNode) JSON.readTree(EventJson.write(observation)));
        if (!line.has("indicatorCode")) {
            line.putNull("indicatorCode");
        }
        return line;
    }

    private static Map<String, String> cells(String doc, Observation observation) throws IOException {
        ObjectNode node = node(doc, observation);
        Map<String, String> cells = new LinkedHashMap<>();
        COLUMNS.forEach(column -> cells.put(column, node.path(column).asText("")));
        return cells;
    }

    // What is as wide as it is long comes first: Chinese in the last column needs no padding.
    private static String table(String doc, Extraction extraction) {
        StringBuilder table = new StringBuilder("== " + doc + "\n");
        for (Observation o : extraction.observations()) {
            String value = o.value().toPlainString()
                    + (o.valueMax() == null ? "" : ".." + o.valueMax().toPlainString());
            table.append("%-9s  %-8s  %-8s  %2s %16s  %s (%s)%n"
                    .formatted(
                            o.timePeriod(), o.status(), o.measure(), o.comparator(), value, o.indicator(), o.unit()));
        }
        return table.toString();
    }
}
