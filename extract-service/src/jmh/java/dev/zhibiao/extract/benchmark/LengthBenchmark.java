package dev.zhibiao.extract.benchmark;

import dev.zhibiao.extract.report.Extraction;
import dev.zhibiao.extract.report.ReportExtractor;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** One report once, ten times and a hundred times over in one text: the cost per character stays the same. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@Threads(1)
public class LengthBenchmark {

    private final ReportExtractor extractor = new ReportExtractor();

    /** How often the report stands in the text. */
    @Param({"1", "10", "100"})
    public int times;

    private String text = "";

    /** Takes the report of middle length. */
    @Setup
    public void repeat() throws IOException {
        text = middle().repeat(times);
    }

    static String middle() throws IOException {
        List<String> byLength = Corpus.read().reports().stream()
                .sorted((a, b) -> Integer.compare(a.length(), b.length()))
                .toList();
        return byLength.get(byLength.size() / 2) + "\n";
    }

    /** The whole text as one report. */
    @Benchmark
    public Extraction extraction() {
        return extractor.extract(text);
    }
}
