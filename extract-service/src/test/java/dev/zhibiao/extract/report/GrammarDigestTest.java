package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrammarDigestTest {

    @Test
    void isTheSameEveryTime() {
        assertThat(GrammarDigest.of(ReportExtractor.class)).matches("[0-9a-f]{8}");
        assertThat(ReportExtractor.version()).isEqualTo("2-" + GrammarDigest.of(ReportExtractor.class));
    }

    @Test
    void isAnotherForAnotherBuild() {
        // The tests have classes of the same packages, but other ones.
        assertThat(GrammarDigest.of(GrammarDigestTest.class)).isNotEqualTo(GrammarDigest.of(ReportExtractor.class));
    }
}
