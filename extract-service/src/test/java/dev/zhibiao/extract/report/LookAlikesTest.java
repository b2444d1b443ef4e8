package dev.zhibiao.extract.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Words that look like observations and are none, in {@code look-alikes.txt}: one on each line, {@code \n} for a line
 * break, {@code ##} before the name of a category. What stands under {@code # known} still yields something; it is
 * checked the other way round, so that whoever mends it moves the line up.
 */
class LookAlikesTest {

    private static final String KNOWN = "# known";
    private static final int FEWEST = 150;

    private final ReportExtractor extractor = new ReportExtractor();

    @TestFactory
    Stream<DynamicTest> yieldNothing() throws IOException {
        return lines(false).stream()
                .map(words -> DynamicTest.dynamicTest(
                        words,
                        () -> assertThat(extractor.extract(words).observations())
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> areKnownToYieldSomethingWhereTheyAreMarkedSo() throws IOException {
        return lines(true).stream()
                .map(words -> DynamicTest.dynamicTest(
                        words,
                        () -> assertThat(extractor.extract(words).observations())
                                .as("mended: move it above \"%s\"", KNOWN)
                                .isNotEmpty()));
    }

    @Test
    void areManyAndNoneStandsThereTwice() throws IOException {
        List<String> all = new ArrayList<>(lines(false));
        all.addAll(lines(true));
        assertThat(all).hasSizeGreaterThanOrEqualTo(FEWEST).doesNotHaveDuplicates();
    }

    private static List<String> lines(boolean known) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean mended = true;
        for (String line : text().lines().toList()) {
            mended &= !line.equals(KNOWN);
            if (!line.startsWith("#") && !line.isBlank() && mended != known) {
                lines.add(line.replace("\\n", "\n"));
            }
        }
        return lines;
    }

    private static String text() throws IOException {
        try (InputStream bytes =
                LookAlikesTest.class.getResourceAsStream("/dev/zhibiao/extract/grammar/look-alikes.txt")) {
            return new String(requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
