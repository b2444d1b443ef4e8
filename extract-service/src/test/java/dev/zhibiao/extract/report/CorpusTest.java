package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.zhibiao.events.Observation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds of every observation of every real report, where those are at hand. */
class CorpusTest {

    private static List<Observation> observations = List.of();

    @BeforeAll
    static void extractTheCorpus() throws IOException {
        List<String> reports =
                MutatedReportsTest.reports(Path.of(System.getProperty("zhibiao.shared", "../../shared"), "corpus"));
        assumeFalse(reports.isEmpty(), "no corpus of reports beside the repository");
        ReportExtractor extractor = new ReportExtractor();
        observations = reports.stream()
                .flatMap(text -> extractor.extract(text).observations().stream())
                .toList();
    }

    @Test
    void everyObservationSaysWhatIsMeasured() {
        assertThat(observations)
                .filteredOn(o -> o.indicator().isBlank())
                .extracting(Observation::text)
                .isEmpty();
    }

    @Test
    void noIndicatorIsTiedToAWordThatIsNotThere() {
        assertThat(observations)
                .filteredOn(o -> o.indicator().endsWith("的") && !o.indicator().endsWith("目的"))
                .extracting(Observation::indicator)
                .isEmpty();
    }
}
