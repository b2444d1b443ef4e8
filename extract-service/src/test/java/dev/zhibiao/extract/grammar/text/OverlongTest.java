package dev.zhibiao.extract.grammar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlongTest {

    private static List<String> sentences(String text) {
        return Document.of(text).sentences().stream().map(Sentence::text).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"新增企业3家，", "3家", "的是在", "3", "亿", "“", "很 好 ", "（3家"})
    void boundsEverySentenceOfATextWithoutStops(String piece) {
        String text = piece.repeat(20_000 / piece.length());
        List<String> sentences = sentences(text);
        assertThat(sentences)
                .hasSizeGreaterThan(4)
                .allSatisfy(s -> assertThat(s.length()).isLessThanOrEqualTo(Overlong.ANYWHERE));
        assertThat(String.join("", sentences)).isEqualTo(text.replace(" ", ""));
    }

    @Test
    void cutsBehindACommaWhereThereIsOne() {
        assertThat(sentences("新增企业3家，".repeat(1000)))
                .allSatisfy(s -> assertThat(s).endsWith("，").startsWith("新增"));
    }

    @Test
    void cutsNoNumberFromItsUnitWhereOnlyNumbersAndUnitsStand() {
        assertThat(sentences("35家".repeat(3000)))
                .allSatisfy(s -> assertThat(s).endsWith("家").startsWith("35"));
    }

    @Test
    void leavesALongSentenceWholeThatAReportMayHave() {
        assertThat(sentences("新增企业3家，".repeat(100) + "增长5%。")).hasSize(1);
    }
}
