package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same hundred and fifty spoilt reports in every build; the profile {@code fuzz} looks for new ones. */
// A guard against a hang, many times what a slow machine needs; nothing is said of time.
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class MutatedReportsTest {

    private static final long SEED = 20260101;
    private static final int TEXTS = 150;

    /** The reports of a folder; none where it is missing. */
    static List<String> reports(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(MutatedReportsTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ofTheSamplesKeepTheInvariants() throws IOException {
        List<String> samples = reports(Path.of(System.getProperty("zhibiao.root"), "samples", "reports"));
        assertThat(samples).isNotEmpty();
        check(samples);
    }

    @Test
    void ofTheCorpusKeepTheInvariants() throws IOException {
        List<String> corpus = reports(Path.of(System.getProperty("zhibiao.shared", "../../shared"), "corpus"));
        assumeFalse(corpus.isEmpty(), "no corpus beside the repository");
        check(corpus);
    }

    private static void check(List<String> reports) {
        Random random = new Random(SEED);
        Mutations mutations = new Mutations(reports, random::nextInt);
        for (int i = 0; i < TEXTS; i++) {
            String text = mutations.next();
            try {
                Invariants.check(text);
            } catch (AssertionError | RuntimeException | StackOverflowError e) {
                throw new AssertionError("text " + i + " of seed " + SEED + ":\n" + text, e);
            }
        }
    }

    @Test
    void areTheSameForTheSameSeed() {
        List<String> reports = List.of("全县新增企业3家，增长5.8%。\n一、目标\n增长6%。");
        assertThat(new Mutations(reports, new Random(1)::nextInt).next())
                .isEqualTo(new Mutations(reports, new Random(1)::nextInt).next())
                .isNotEqualTo(new Mutations(reports, new Random(2)::nextInt).next());
    }
}
