package dev.zhibiao.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhibiao.ingest.document.DecodedDocument;
import dev.zhibiao.ingest.document.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages under {@code pages/} are look-alikes written for this project, each in the manner of another system. */
class WebPageTest {

    private static final int ROOM = 1 << 20;

    private final Formats formats = new Formats();

    @ParameterizedTest
    @CsvSource({
        "trs, UTF-8",
        "ucap, UTF-8",
        "zoom-gbk, GB18030",
        "aspnet-form, UTF-8",
        "table-in-article, UTF-8",
        "divs-with-related-inside, UTF-8",
        "layout-table, UTF-8",
        "plain, UTF-8"
    })
    void readsTheArticleAndNothingAroundIt(String page, String charset) throws IOException {
        DecodedDocument read = formats.read(resource(page + ".html").getBytes(Charset.forName(charset)), ROOM);
        assertThat(read.text()).isEqualTo(resource(page + ".txt"));
        assertThat(read.charset()).isEqualTo(charset);
        assertThat(read.mediaType()).isEqualTo("text/html");
    }

    /** What is left when a site renames its container. */
    @ParameterizedTest
    @CsvSource({"trs, TRS_Editor", "ucap, pages_content", "table-in-article, article-content"})
    void findsTheArticleInAContainerThatNobodyKnows(String page, String container) throws IOException {
        String html = resource(page + ".html").replace(container, "c7f3").replace("UCAP-CONTENT", "c7f3");
        String text = formats.read(html.getBytes(StandardCharsets.UTF_8), ROOM).text();
        assertThat(text).isEqualTo(resource(page + ".txt"));
    }

    @Test
    void keepsTheWordsInsideASentenceThatAreFurnitureElsewhere() {
        assertThat(html("<p>依法<span>关闭</span>小煤矿3家，<a href=x>打印</a>社区报纸<b>分享</b>9万份。</p>"))
                .isEqualTo("依法关闭小煤矿3家，打印社区报纸分享9万份。");
    }

    @Test
    void decodesAPageAsItsMetaSays() {
        String page = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\"></head>"
                + "<body><p>青原县镕基镇</p></body></html>";
        assertThat(formats.read(page.getBytes(Charset.forName("GBK")), ROOM).text())
                .isEqualTo("青原县镕基镇");
    }

    @ParameterizedTest
    @CsvSource({"utf-8, GBK", "gb2312, UTF-8", "big5, UTF-8", "none, GBK", "utf-16, UTF-8"})
    void decodesAPageWhoseMetaIsWrong(String declared, String charset) {
        String page = "<html><head><meta charset=\"" + declared + "\"></head><body><p>青原县全县实现增长</p></body></html>";
        assertThat(formats.read(page.getBytes(Charset.forName(charset)), ROOM).text())
                .isEqualTo("青原县全县实现增长");
    }

    @Test
    void dropsCharactersThatNobodySees() {
        assertThat(html("<p>全\u200B县&#0;有\uFEFF2&shy;2所&#xD800;学校。&nbsp;</p>")).isEqualTo("全县有22所\uFFFD学校。");
    }

    @Test
    void callsAPageOfPicturesAScan() {
        assertThatThrownBy(() -> html("<img src=1.jpg><img src=2.jpg>"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("no-text"));
    }

    @Test
    void stopsAtTheLimitOfTheText() {
        assertThatThrownBy(() -> formats.read("<p>县县县".getBytes(StandardCharsets.UTF_8), 8))
                .hasMessage("more than 8 bytes of text as UTF-8, which are the most");
        assertThat(formats.read("<p>县县县".getBytes(StandardCharsets.UTF_8), 9).text())
                .isEqualTo("县县县");
    }

    private String html(String body) {
        return formats.read(("<html><body>" + body + "</body></html>").getBytes(StandardCharsets.UTF_8), ROOM)
                .text();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(WebPageTest.class.getResourceAsStream("pages/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
