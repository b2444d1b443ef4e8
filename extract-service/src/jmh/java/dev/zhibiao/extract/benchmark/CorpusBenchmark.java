package dev.zhibiao.extract.benchmark;

import dev.zhibiao.extract.report.ReportExtractor;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** One operation reads the whole corpus on one thread; each method gives the number of what it found. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@Threads(1)
public class CorpusBenchmark {

    private final ReportExtractor extractor = new ReportExtractor();
    private List<String> reports = List.of();
    private Pattern words = Pattern.compile("");
    private Pattern digits = Pattern.compile("");

    /** Reads the corpus into memory: files are no part of what is measured. */
    @Setup
    public void read() throws IOException {
        reports = Corpus.read().reports();
        words = NumberPatterns.ofTheGrammar();
        digits = NumberPatterns.ofDigits();
    }

    /** Whole reports: metadata, sections, observations with period, status and area. */
    @Benchmark
    public int extraction() {
        int found = 0;
        for (String report : reports) {
            found += extractor.extract(report).observations().size();
        }
        return found;
    }

    /** One regex pass for every number, in digits or Chinese numerals, with any unit that the grammar knows. */
    @Benchmark
    public int numberAndUnitPass() {
        return count(words);
    }

    /** One regex pass for numbers in digits with the dozen commonest units: what a script begins with. */
    @Benchmark
    public int digitsPass() {
        return count(digits);
    }

    private int count(Pattern pattern) {
        int found = 0;
        for (String report : reports) {
            Matcher matcher = pattern.matcher(report);
            while (matcher.find()) {
                found++;
            }
        }
        return found;
    }
}
