package dev.zhibiao.extract.report;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Jazzer calls: its bytes pick the cuts, shuffles and shards, so that coverage leads to texts not seen before. */
public final class ExtractionFuzzer {

    private static final List<String> REPORTS = new ArrayList<>();

    private ExtractionFuzzer() {}

    /** Reads the samples and, where it is at hand, the corpus. */
    public static void fuzzerInitialize() throws IOException {
        REPORTS.addAll(MutatedReportsTest.reports(Path.of(System.getProperty("zhibiao.root"), "samples", "reports")));
        REPORTS.addAll(MutatedReportsTest.reports(Path.of(System.getProperty("zhibiao.shared"), "corpus")));
    }

    /** One text. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        String text = new Mutations(REPORTS, bound -> data.consumeInt(0, bound - 1)).next();
        try {
            Invariants.check(text);
        } catch (AssertionError | RuntimeException | StackOverflowError e) {
            throw new AssertionError("text of " + text.length() + " characters:\n" + text, e);
        }
    }
}
