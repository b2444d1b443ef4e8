package dev.zhibiao.extract.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zhibiao.extract.report.ReportExtractor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

    private static final String TEXT = "2023年，全县实现地区生产总值12.50亿元，增长5%-6%。";

    @TempDir
    Path folder;

    @Test
    void printsOneJsonObjectALine() throws IOException {
        List<String> lines = print(Format.JSONL).lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.path("doc").asText()).isEqualTo("a.txt");
        assertThat(first.path("value").asText()).isEqualTo("1250000000");
        assertThat(first.has("indicatorCode")).isTrue();
    }

    @Test
    void printsCsvThatSpreadsheetsOpen() throws IOException {
        List<String> lines = print(Format.CSV).lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("\uFEFFdoc,observationId,start,end,text,indicator,");
        assertThat(lines.get(2)).contains("5,6,");
    }

    @Test
    void printsATableForTheEye() throws IOException {
        assertThat(print(Format.TABLE)).isEqualToNormalizingNewlines("""
                        == a.txt
                        2023       actual    level      =       1250000000  地区生产总值 (元)
                        2023       actual    growth     =             5..6  地区生产总值 (%)
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void readsFilesInEveryEncoding(String charset) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), TEXT, Charset.forName(charset));
        assertThat(ReportFile.read(file)).isEqualTo(TEXT);
    }

    @Test
    void refusesAFileThatIsNoText() throws IOException {
        Path file = Files.write(folder.resolve("b.txt"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
        assertThatThrownBy(() -> ReportFile.read(file))
                .isInstanceOfSatisfying(
                        NoTextException.class, e -> assertThat(e.file()).isEqualTo(file))
                .hasMessageContaining("b.txt");
    }

    @Test
    void saysEverythingInBothLanguages() {
        ResourceBundle english = ResourceBundle.getBundle(Messages.BUNDLE, Locale.ROOT);
        ResourceBundle chinese = ResourceBundle.getBundle(Messages.BUNDLE, Locale.CHINESE);
        assertThat(english.keySet())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(chinese.getString(key)).isNotEqualTo(english.getString(key)));
    }

    private static String print(Format format) throws IOException {
        StringWriter written = new StringWriter();
        PrintWriter out = new PrintWriter(written);
        format.output(out).print("a.txt", TEXT, new ReportExtractor().extract(TEXT));
        out.flush();
        return written.toString();
    }
}
