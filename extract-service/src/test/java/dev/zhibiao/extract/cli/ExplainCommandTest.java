package dev.zhibiao.extract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zhibiao.extract.cli.SmallestReport.ExplainedQuantity;
import dev.zhibiao.extract.cli.SmallestReport.ExplainedSentence;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ExplainCommandTest {

    private static List<ExplainedSentence> explain(String words, int year, boolean plan) {
        return new SmallestReport(words, year, plan).explain();
    }

    @ParameterizedTest
    @CsvSource({"2024, false, 2023, actual", "2024, true, 2024, target", "2009, false, 2008, actual"})
    void readsTheSentenceAsAReportOfThatYearWould(int year, boolean plan, String period, String status) {
        assertThat(explain("地区生产总值增长6%。", year, plan).get(0).quantities().get(0).observations())
                .singleElement()
                .satisfies(o -> assertThat(o.timePeriod() + " " + o.status()).isEqualTo(period + " " + status));
    }

    @Test
    void countsPlacesInTheWordsGiven() {
        String words = "𠮷祥。增长 ５.８ %。";
        ExplainedQuantity quantity =
                explain(words, 2024, false).get(1).quantities().get(0);
        assertThat(quantity.place()).isEqualTo(new SmallestReport.Place(6, 11, "５.８ %"));
    }

    @Test
    void printsOneSlotALine() {
        ExplainedSentence sentence = explain("固定资产投资比上年增长约8%。", 2024, false).get(0);
        assertThat(ExplainText.of(sentence, "frame").lines().map(String::strip))
                .contains("[1] 8%  12..14")
                .anySatisfy(line -> assertThat(line).endsWith("固定资产投资 growth ~ 8 % 2023 actual"))
                .anySatisfy(line -> assertThat(line).contains("~ 8 %").doesNotContain("growth"));
    }

    @Test
    void printsOneJsonObjectPerSentence() throws IOException {
        JsonNode node = new ObjectMapper()
                .readTree(ExplainJson.of(
                        explain("推进“113”产业行动，新增企业3家。", 2024, true).get(0)));
        assertThat(node.path("quantities")).hasSize(2);
        assertThat(node.at("/quantities/0/refusals/0").asText()).isEqualTo("NameNumber");
        assertThat(node.at("/quantities/1/statements/0/indicator").asText()).isEqualTo("新增企业");
        assertThat(node.at("/quantities/1/statements/0/timePeriod").asText()).isEqualTo("2024");
        assertThat(node.at("/quantities/1/statements/0/status").asText()).isEqualTo("target");
    }

    @ParameterizedTest
    @CsvSource({"1, 一、目标任务, 2024", "2, 增长6%。, 99"})
    void saysWhatItCannotExplain(int exit, String words, String year) {
        StringWriter err = new StringWriter();
        CommandLine command = new CommandLine(new ExplainCommand()).setErr(new PrintWriter(err));
        assertThat(command.execute("--year", year, words)).isEqualTo(exit);
        assertThat(err.toString()).startsWith("zhibiao: ").doesNotContain("Exception");
    }
}
