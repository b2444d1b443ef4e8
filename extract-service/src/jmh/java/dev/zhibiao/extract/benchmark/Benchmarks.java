package dev.zhibiao.extract.benchmark;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and prints what {@code docs/benchmarks.md} shows. */
public final class Benchmarks {

    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final double MILLION = 1e6;

    private Benchmarks() {}

    /** Does nothing but say so where there is no corpus. */
    public static void main(String[] arguments) throws RunnerException, IOException {
        if (!Corpus.isAtHand()) {
            System.out.println("No corpus at " + Corpus.folder() + ": benchmarks skipped.");
            return;
        }
        String property = "-Dzhibiao.shared=" + System.getProperty("zhibiao.shared", "../../shared");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("dev.zhibiao.extract.benchmark")
                        .addProfiler(GCProfiler.class)
                        .addProfiler(ProcessorTime.class)
                        .jvmArgsPrepend(property)
                        .build())
                .run();
        Corpus corpus = Corpus.read();
        int middle = LengthBenchmark.middle().length();
        System.out.printf(
                "%n%d reports, %d characters%n%n", corpus.reports().size(), corpus.chars());
        double pass = speed(find(results, "numberAndUnitPass"), corpus.chars());
        System.out.println("| | ms | processor ms | million characters a processor second | of the number and unit pass | MB a report |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (RunResult result : results) {
            String times = result.getParams().getParam("times");
            long chars = times == null ? corpus.chars() : (long) middle * Integer.parseInt(times);
            double reports = times == null ? corpus.reports().size() : Double.parseDouble(times);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.2f | %.2f | %.2f |%n",
                    result.getPrimaryResult().getLabel() + (times == null ? "" : " ×" + times),
                    result.getPrimaryResult().getScore(),
                    secondary(result, ProcessorTime.LABEL),
                    speed(result, chars),
                    speed(result, chars) / pass,
                    secondary(result, ALLOCATED) / reports / MILLION);
        }
    }

    private static RunResult find(Collection<RunResult> results, String label) {
        return results.stream()
                .filter(r -> r.getPrimaryResult().getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** Million characters a second of processor time. */
    private static double speed(RunResult result, long chars) {
        return chars / secondary(result, ProcessorTime.LABEL) / 1e3;
    }

    private static double secondary(RunResult result, String label) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(e -> e.getKey().contains(label))
                .mapToDouble(e -> e.getValue().getScore())
                .findFirst()
                .orElseThrow();
    }
}
