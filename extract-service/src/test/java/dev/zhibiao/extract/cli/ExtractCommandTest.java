package dev.zhibiao.extract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractCommandTest {

    private static final String TEXT = "2023年，全县实现地区生产总值12.50亿元。\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "255044462d312e37, PDF",
        "d0cf11e0a1b11ae100, DOC",
        "504b030414000600, DOCX",
        "efbbbf0d0a504b0304, DOCX",
        "89504e470d0a1a0a, PNG",
        "7b5c72746631, RTF",
    })
    void namesAFileThatIsNoTextAndGoesOn(String bytes, String format) throws IOException {
        Path file = Files.write(folder.resolve("a.txt"), HexFormat.of().parseHex(bytes));
        assertRefusedAlone(file, format);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><p>12亿元",
                "\n <html>12亿元",
                "<!-- 12 --><html>",
                "<?xml version='1.0'?><a/>",
                "<div class='x'>全县有22所学校</div>",
                "<p>全县"
            })
    void takesNoPageForText(String page) throws IOException {
        assertRefusedAlone(Files.writeString(folder.resolve("a.txt"), page), "HTML");
        assertRefusedAlone(
                Files.writeString(folder.resolve("a.txt"), "\uFEFF" + page, StandardCharsets.UTF_16LE), "HTML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<摘要>全县有22所学校", "< 5%的村有学校", "PDF文件：全县", "", "<pack>"})
    void readsTextThatOnlyLooksLikeAPage(String words) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), words);
        assertThat(extract("--text", file.toString())).isZero();
        assertThat(out).hasToString(words);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void goesOnAfterAFileThatCannotBeRead() throws IOException {
        Path good = Files.writeString(folder.resolve("b.txt"), TEXT);
        // There, and yet nobody can read it, whoever runs this.
        assertThat(extract("/proc/self/mem", good.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("\"doc\":\"b.txt\"").hasLineCount(1);
        assertThat(lines()).hasSize(2).first().asString().startsWith("zhibiao: /proc/self/mem ");
    }

    @Test
    void readsNothingWhereAPathDoesNotExist() throws IOException {
        Path good = Files.writeString(folder.resolve("b.txt"), TEXT);
        assertThat(extract(good.toString(), "nowhere.txt")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void printsTheTextWithoutReadingIt() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "\uFEFF" + TEXT);
        assertThat(extract("--text", file.toString())).isZero();
        assertThat(out).hasToString(TEXT);
        // Nothing is said of observations where none were looked for.
        assertThat(lines()).singleElement().asString().startsWith("1 ").doesNotContain("observations", "观测值");
    }

    private void assertRefusedAlone(Path file, String format) throws IOException {
        Path good = Files.writeString(folder.resolve("b.txt"), TEXT);
        for (String how : List.of("--text", "--reports", "--format=csv")) {
            err.getBuffer().setLength(0);
            out.getBuffer().setLength(0);
            assertThat(extract(how, file.toString(), good.toString())).isEqualTo(1);
            assertThat(lines())
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("zhibiao: " + file + " ")
                    .contains(format);
            assertThat(out.toString())
                    .contains(how.equals("--text") ? TEXT : "b.txt")
                    .doesNotContain("a.txt");
        }
    }

    private List<String> lines() {
        return err.toString().lines().toList();
    }

    private int extract(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "extract";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(all);
    }
}
