package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zhibiao.events.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Measured on annotated reports where they are at hand; the scorer beside them measures more finely. */
class GoldTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SHARED = Path.of(System.getProperty("zhibiao.shared", "../../shared"));

    @BeforeEach
    void annotatedReportsAreAtHand() {
        assumeTrue(Files.isDirectory(SHARED.resolve("gold")), "no annotated reports beside the repository");
    }

    @Test
    void findsNearlyAllValuesOfTheAnnotatedReports() throws IOException {
        int wanted = 0;
        int found = 0;
        for (Path gold : list(SHARED.resolve("gold"), ".gold.jsonl")) {
            List<Observation> read = null;
            for (String line : Files.readAllLines(gold)) {
                JsonNode record = JSON.readTree(line);
                read = read == null
                        ? extract(SHARED.resolve("reports")
                                        .resolve(record.get("doc").asText()))
                                .observations()
                        : read;
                if (!record.path("optional").asBoolean()) {
                    wanted++;
                    found += read.stream().anyMatch(o -> isOf(record, o)) ? 1 : 0;
                }
            }
        }
        assertThat(wanted).isGreaterThan(200);
        assertThat((double) found / wanted).isGreaterThan(0.96);
    }

    private static boolean isOf(JsonNode record, Observation o) {
        return o.start() == record.get("start").asInt()
                && o.end() == record.get("end").asInt()
                && o.value()
                                .compareTo(new java.math.BigDecimal(
                                        record.get("value").asText()))
                        == 0
                && o.measure().equals(record.get("measure").asText())
                && o.comparator().equals(record.get("comparator").asText());
    }

    @Test
    void quotesExactlyTheTextBetweenTheOffsetsInEveryReport() throws IOException {
        List<Path> files = new ArrayList<>(list(SHARED.resolve("reports"), ".txt"));
        files.addAll(list(SHARED.resolve("corpus"), ".md"));
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            String text = read(file);
            int[] points = text.codePoints().toArray();
            for (Observation o : extract(file).observations()) {
                assertThat(new String(points, o.start(), o.end() - o.start()))
                        .as(file.getFileName() + ":" + o.start())
                        .isEqualTo(o.text());
            }
        }
    }

    private static Extraction extract(Path file) throws IOException {
        return new ReportExtractor().extract(read(file));
    }

    private static String read(Path file) throws IOException {
        String text = Files.readString(file);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<Path> list(Path folder, String end) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(end)).sorted().toList();
        }
    }
}
