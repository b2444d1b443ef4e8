package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zhibiao.events.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples give what stands beside them in {@code expected.jsonl}, and no more. */
class SamplesTest {

    private static final Path SAMPLES = Path.of(System.getProperty("zhibiao.root"), "samples");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ReportExtractor extractor = new ReportExtractor();

    static Stream<Path> reports() throws IOException {
        return Files.list(SAMPLES.resolve("reports")).sorted();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void findsWhatIsExpected(Path report) throws IOException {
        String doc = String.valueOf(report.getFileName());
        List<String> expected = new ArrayList<>();
        for (String line : Files.readAllLines(SAMPLES.resolve("expected.jsonl"))) {
            JsonNode node = JSON.readTree(line);
            if (node.path("doc").asText().equals(doc)) {
                expected.add(String.join(
                        " ",
                        node.path("start").asText(),
                        node.path("end").asText(),
                        node.path("text").asText(),
                        node.path("indicator").asText(),
                        node.path("indicatorCode").asText("-"),
                        node.path("measure").asText(),
                        node.path("comparator").asText(),
                        node.path("value").asText(),
                        node.path("unit").asText(),
                        node.path("timePeriod").asText(),
                        node.path("status").asText(),
                        node.path("basePeriod").asText("-"),
                        node.path("rankScope").asText("-")));
            }
        }
        assertThat(expected).isNotEmpty();
        assertThat(extractor.extract(Files.readString(report)).observations())
                .extracting(SamplesTest::line)
                .containsExactlyElementsOf(expected);
    }

    private static String line(Observation o) {
        return String.join(
                " ",
                Integer.toString(o.start()),
                Integer.toString(o.end()),
                o.text(),
                o.indicator(),
                o.indicatorCode() == null ? "-" : o.indicatorCode(),
                o.measure(),
                o.comparator(),
                o.value().toPlainString(),
                o.unit(),
                o.timePeriod(),
                o.status(),
                o.basePeriod() == null ? "-" : o.basePeriod(),
                o.rankScope() == null ? "-" : o.rankScope());
    }

    @Test
    void marksTheTitleThatContradictsItsBody() throws IOException {
        String text = Files.readString(SAMPLES.resolve("reports/4-题文不符.txt"));
        assertThat(extractor.extract(text).metadata().conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.kind()).isEqualTo("area"));
    }
}
