package dev.zhibiao.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.ingest.fingerprint.Fingerprint;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What reading a PDF of many pages makes of a report, beside the report. */
class PrintedReportTest {

    private static final String TEXT = "青原县政府工作报告\n各位代表：\n"
            + IntStream.rangeClosed(1, 60)
                    .mapToObj(i -> "第" + i + "个乡镇实现产值" + i * 7919 % 9973 + "万元，增长" + i % 17 + "." + i % 10 + "%，"
                            + "新建学校、医院和道路若干，群众生活进一步改善，".repeat(i % 4) + "农民人均纯收入达到" + (9000 + i * 37) + "元。\n")
                    .collect(Collectors.joining());

    private final String read =
            new Formats().read(PrintedReport.of(TEXT).bytes(), 1 << 20).text();

    @Test
    void hasEveryLetterOfTheReportAndNoneOfItsPages() {
        assertThat(read.replaceAll("[\\n\\f]", "")).isEqualTo(TEXT.replace("\n", ""));
    }

    @Test
    void hasAMarkForEveryPageAndOtherwiseTheSameParagraphs() {
        String[] pages = read.split("\\n\\f\\n", -1);
        assertThat(pages).hasSizeGreaterThan(5);
        // A page that ends inside a paragraph ends without a stop; the report's paragraphs end with one.
        String joined = read.replaceAll("(?<=[。：告])\\n\\f\\n", "\n").replace("\n\f\n", "");
        assertThat(joined).isEqualTo(TEXT.strip());
    }

    @Test
    void hasTheFingerprintOfTheReport() {
        assertThat(Fingerprint.of(read)).isEqualTo(Fingerprint.of(TEXT));
    }
}
