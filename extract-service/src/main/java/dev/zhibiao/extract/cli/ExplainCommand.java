package dev.zhibiao.extract.cli;

import dev.zhibiao.extract.cli.SmallestReport.ExplainedSentence;
import java.io.PrintWriter;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "explain", mixinStandardHelpOptions = true, description = "Shows how a sentence is read. 说明一句话是怎样读出来的。")
final class ExplainCommand implements Callable<Integer> {

    /** Years are four digits, and the one before is named too. */
    private static final int FIRST_YEAR = 1950;

    private static final int LAST_YEAR = 2099;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SENTENCE", description = "one or more sentences 一句或几句话")
    private String words;

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            description = "the year in which the report is read out; default: this year 报告宣读的年份，默认今年")
    private @Nullable Integer year;

    @Option(names = "--plan", description = "as if it stood in the plans for that year 按当年目标部分来读")
    private boolean plan;

    @Option(names = "--json", description = "one JSON object per sentence 每句一个 JSON 对象")
    private boolean json;

    @Override
    public Integer call() {
        int reading = year == null ? Year.now(ZoneId.systemDefault()).getValue() : year;
        PrintWriter err = spec.commandLine().getErr();
        if (reading < FIRST_YEAR || reading > LAST_YEAR) {
            err.println("zhibiao: " + Messages.of("year", reading, FIRST_YEAR, LAST_YEAR));
            return 2;
        }
        List<ExplainedSentence> sentences = new SmallestReport(words, reading, plan).explain();
        if (sentences.isEmpty()) {
            err.println("zhibiao: " + Messages.of("heading"));
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        String frame = Messages.of(plan ? "ahead" : "back", reading);
        out.print(sentences.stream()
                .map(sentence -> json ? ExplainJson.of(sentence) : ExplainText.of(sentence, frame))
                .collect(Collectors.joining(json ? "" : "\n")));
        out.flush();
        return 0;
    }
}
