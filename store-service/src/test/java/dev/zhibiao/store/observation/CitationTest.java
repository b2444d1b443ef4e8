package dev.zhibiao.store.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CitationTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";

    private static Citation of(String title) {
        Map<String, Object> shown = Map.of(
                "observationId", ID,
                "indicator", "某项",
                "measure", "level",
                "value", "1",
                "text", "1家",
                "start", 5,
                "end", 7,
                "extractorVersion", "2-abcd");
        Source source = new Source("r", title, "某省/某市", "2024", "2024-01-20", List.of());
        return new Citation(shown, source, false, URI.create("https://data.example.org/"));
    }

    /** BibTeX counts braces, escaped or not: one too many, and all entries after it are lost. */
    @Test
    void leavesEveryBraceOfBibtexInAPair() {
        String bibtex = of("}报告{ 100% #1 $ & _ ~ ^ \\ \"引\"\n@").bibtex();
        assertThat(bibtex)
                .contains("title = {{\\textbraceright{}报告\\textbraceleft{} 100\\% \\#1 \\$ \\& \\_ \\textasciitilde{} "
                        + "\\textasciicircum{} \\textbackslash{} \"引\" @}}");
        int depth = 0;
        for (int c : bibtex.strip().chars().toArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            assertThat(depth).isNotNegative();
        }
        assertThat(depth).isZero();
        assertThat(bibtex)
                .startsWith("@misc{zhibiao-0123456789ab,\n")
                .endsWith("url = {https://data.example.org/observations/" + ID + "}\n}\n");
    }

    @Test
    void saysThePlainTextAsItIs() {
        assertThat(of("}报告{").text())
                .isEqualTo("某省/某市. }报告{（2024-01-20）. 字符 5–7：“1家”. 某项 level 1. 指标 (Zhibiao), 抽取版本 2-abcd."
                        + " https://data.example.org/observations/" + ID + "\n");
    }
}
