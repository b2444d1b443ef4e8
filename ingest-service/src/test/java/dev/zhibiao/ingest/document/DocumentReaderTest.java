package dev.zhibiao.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private final DocumentReader reader = new DocumentReader();

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
        assertCode("<html><body><script>全县</script></body></html>".getBytes(StandardCharsets.UTF_8), "empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"89504e470d0a1a0a0000", "255044462d312e37", "504b030414", "d0cf11e0a1b11ae1", "ffd8ffe0"})
    void refusesFormatsByTheirFirstBytes(String hex) {
        assertCode(HexFormat.of().parseHex(hex), "unsupported-type");
    }

    @Test
    void refusesWhatIsLargerThanItsLimits() {
        DocumentReader small = new DocumentReader(300, 150);
        assertThatThrownBy(() -> small.read(new byte[301])).hasMessage("301 bytes, 300 are the most");
        assertThatThrownBy(() -> small.read("县".repeat(51).getBytes(StandardCharsets.UTF_8)))
                .hasMessage("153 bytes of text as UTF-8, 150 are the most");
        assertThat(small.read("县".repeat(50).getBytes(StandardCharsets.UTF_8)).text())
                .hasSize(50);
    }

    @Test
    void readsThePageWithoutItsFurniture() {
        String page = "<!DOCTYPE html><html><head><title>门户</title><style>p{}</style></head><body>"
                + "<nav>首页 政务公开</nav><h1>青原县政府工作报告</h1>"
                + "<p>全县  实现<b>地区生产总值</b>12亿元，<br>增长6%。</p>"
                + "<table><tr><td>指标</td><td>数值</td></tr><tr><td>粮食</td><td>3万吨</td></tr></table>"
                + "<footer>版权所有</footer></body></html>";
        DecodedDocument read = reader.read(page.getBytes(StandardCharsets.UTF_8));
        assertThat(read.mediaType()).isEqualTo("text/html");
        assertThat(read.text()).isEqualTo("青原县政府工作报告\n全县 实现地区生产总值12亿元，\n增长6%。\n指标 数值\n粮食 3万吨");
    }

    @Test
    void decodesAPageAsItsMetaSays() {
        String page = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\"></head>"
                + "<body><p>青原县镕基镇</p></body></html>";
        assertThat(reader.read(page.getBytes(Charset.forName("GBK"))).text()).isEqualTo("青原县镕基镇");
    }

    @Test
    void decodesAPageWhoseMetaIsWrong() {
        String page = "<html><head><meta charset=\"utf-8\"></head><body><p>青原县全县实现增长</p></body></html>";
        assertThat(reader.read(page.getBytes(Charset.forName("GBK"))).text()).isEqualTo("青原县全县实现增长");
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
