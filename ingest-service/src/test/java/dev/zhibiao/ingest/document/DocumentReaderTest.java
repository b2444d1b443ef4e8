package dev.zhibiao.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhibiao.events.Limits;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

    private static final String TEXT = "青原县政府工作报告\r\n2023年，全县实现地区生产总值１２３.４亿元，增长6.5%。\r\n";

    private final DocumentReader reader = new DocumentReader(
            Limits.DOCUMENT_BYTES,
            Limits.TEXT_BYTES,
            (document, textBytes) -> new DecodedDocument("县县" + textBytes, "parsed", null));

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16LE", "UTF-16BE"})
    void readsTheSameTextFromEveryEncoding(String charset) {
        DecodedDocument read = reader.read(TEXT.getBytes(Charset.forName(charset)));
        assertThat(read.text()).isEqualTo(TEXT);
        assertThat(read.mediaType()).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,efbbbf", "UTF-16LE,fffe", "UTF-16BE,feff", "GB18030,84319533"})
    void dropsTheByteOrderMark(String charset, String mark) {
        byte[] text = TEXT.getBytes(Charset.forName(charset));
        byte[] marked = concat(HexFormat.of().parseHex(mark), text);
        assertThat(reader.read(marked).text()).isEqualTo(TEXT);
    }

    @Test
    void keepsFourByteCharactersOfGb18030() {
        String rare = "㐀县𠮷祥镇".repeat(3) + TEXT;
        assertThat(reader.read(rare.getBytes(Charset.forName("GB18030"))).text())
                .isEqualTo(rare);
    }

    @Test
    void refusesBrokenUtf8RatherThanReadItAsGb18030() {
        byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
        byte[] broken = Arrays.copyOf(text, text.length + 1);
        broken[text.length] = (byte) 0xE5;
        assertCode(broken, "unreadable");
    }

    @Test
    void refusesABrokenByteOrderMarksText() {
        assertCode(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xFF}, "unreadable");
    }

    @Test
    void refusesWhatHasNoText() {
        assertCode(new byte[0], "empty");
        assertCode(" \r\n\t　".getBytes(StandardCharsets.UTF_8), "empty");
        assertCode(new byte[4096], "unreadable");
        assertCode("No word of it.".getBytes(StandardCharsets.UTF_8), "not-chinese");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"89504e470d0a1a0a0000", "504b050600", "377abcaf271c00", "7b5c72746631", "ffd8ffe0", "1f8b0800"})
    void refusesFormatsByTheirFirstBytes(String hex) {
        assertCode(HexFormat.of().parseHex(hex), "unsupported-type");
    }

    @Test
    void refusesWhatIsLargerThanItsLimits() {
        DocumentReader small = new DocumentReader(300, 150, (document, textBytes) -> {
            throw new AssertionError();
        });
        assertThatThrownBy(() -> small.read(new byte[301])).hasMessage("301 bytes, 300 are the most");
        assertThatThrownBy(() -> small.read("县".repeat(51).getBytes(StandardCharsets.UTF_8)))
                .hasMessage("153 bytes of text as UTF-8, 150 are the most");
        assertThat(small.read("县".repeat(50).getBytes(StandardCharsets.UTF_8)).text())
                .hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.7",
                "\r\n%PDF-1.4",
                "PK\3\4",
                "<!DOCTYPE html>",
                "\uFEFF<HTML>",
                "<?xml version=\"1.0\"?>\n<!-- saved -->\n<!DOCTYPE html PUBLIC>",
                "<div class=a>",
                "<p>全县"
            })
    void hasWhatHasStructureParsed(String start) {
        DecodedDocument read = reader.read(start.getBytes(StandardCharsets.UTF_8));
        assertThat(read).isEqualTo(new DecodedDocument("县县4194304", "parsed", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<全县>有22所学校", "%PDF有22所学校", "全县<p>有22所学校</p>", "<x>全县</x>"})
    void readsAsPlainTextWhatOnlyLooksLikeIt(String text) {
        assertThat(reader.read(text.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(text);
    }

    @Test
    void decidesInAMomentOnAThousandComments() {
        String comments = "<!---->".repeat(1000) + "全县有22所学校";
        assertThat(reader.read(comments.getBytes(StandardCharsets.UTF_8)).text())
                .isEqualTo(comments);
    }

    @Test
    void refusesXmlThatIsNoPage() {
        assertCode("<?xml version=\"1.0\"?><报告>全县</报告>".getBytes(StandardCharsets.UTF_8), "unsupported-type");
        assertCode(
                "<!DOCTYPE 报告 [<!ENTITY a \"全县\">]><报告>&a;</报告>".getBytes(StandardCharsets.UTF_8), "unsupported-type");
        assertCode("MIME-Version: 1.0\r\n全县".getBytes(StandardCharsets.UTF_8), "unsupported-type");
    }

    @Test
    void refusesHalfCharacters() {
        assertCode(
                new byte[] {(byte) 0xE5, (byte) 0x8E, (byte) 0xBF, (byte) 0xED, (byte) 0xA0, (byte) 0x80},
                "unreadable");
        assertCode(new byte[] {(byte) 0xFE, (byte) 0xFF, 0x53, (byte) 0xBF, (byte) 0xD8, 0}, "unreadable");
        DocumentReader half = new DocumentReader(
                Limits.DOCUMENT_BYTES,
                Limits.TEXT_BYTES,
                (document, textBytes) -> new DecodedDocument("全县\uD800", "parsed", null));
        assertThatThrownBy(() -> half.read("%PDF-1.7".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("unreadable"));
    }

    @Test
    void refusesAHundredMegabytesOfOneLineByTheirSize() {
        byte[] line = new byte[100_000_000];
        Arrays.fill(line, (byte) 'a');
        assertCode(line, "too-large");
        DocumentReader generous = new DocumentReader(200_000_000, 4 << 20, (document, textBytes) -> {
            throw new AssertionError();
        });
        assertThatThrownBy(() -> generous.read(line))
                .hasMessage("100000000 bytes of plain text, 4194304 as UTF-8 are the most");
    }

    private void assertCode(byte[] document, String code) {
        assertThatThrownBy(() -> reader.read(document))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private static byte[] concat(byte[] head, byte[] tail) {
        byte[] whole = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, whole, head.length, tail.length);
        return whole;
    }
}
