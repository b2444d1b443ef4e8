package dev.zhibiao.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhibiao.ingest.document.DecodedDocument;
import dev.zhibiao.ingest.document.RefusedException;
import org.junit.jupiter.api.Test;

class WordFileTest {

    private static final int ROOM = 1 << 20;

    private final Formats formats = new Formats();

    @Test
    void readsTheParagraphsOfADoc() {
        DecodedDocument read = formats.read(DocBuilder.of("青原县政府工作报告", "全县实现地区生产总值12.3亿元。", "", "粮食产量3万吨。"), ROOM);
        assertThat(read.text()).isEqualTo("青原县政府工作报告\n全县实现地区生产总值12.3亿元。\n粮食产量3万吨。");
        assertThat(read.mediaType()).isEqualTo("application/msword");
        assertThat(read.charset()).isNull();
    }

    @Test
    void readsTheParagraphsOfADocx() {
        DecodedDocument read = docx(new DocxBuilder().text("青原县政府工作报告", "全县实现地区生产总值12.3亿元。"));
        assertThat(read.text()).isEqualTo("青原县政府工作报告\n全县实现地区生产总值12.3亿元。");
        assertThat(read.mediaType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }

    @Test
    void leavesOutHeadersCommentsAndWhatWasDeleted() {
        DecodedDocument read = docx(new DocxBuilder()
                .raw("<w:p><w:r><w:t>全县有</w:t></w:r><w:del><w:r><w:delText>1所</w:delText></w:r></w:del>"
                        + "<w:ins><w:r><w:t>2所</w:t></w:r></w:ins><w:r><w:t>学校。</w:t></w:r>"
                        + "<w:r><w:commentReference w:id=\"0\"/></w:r></w:p>"));
        assertThat(read.text()).isEqualTo("全县有2所学校。");
    }

    @Test
    void writesARowOfATableAsOneLine() {
        DecodedDocument read =
                docx(new DocxBuilder().text("主要指标").row("指标", "数值").row("粮食", "3万吨"));
        assertThat(read.text()).isEqualTo("主要指标\n指标 数值\n粮食 3万吨");
    }

    @Test
    void keepsTheParagraphsOfACellThatLaysOutThePage() {
        String paragraph = "全县实现地区生产总值十二亿元，比上年增长百分之六。".repeat(6);
        DecodedDocument read = docx(new DocxBuilder()
                .raw("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>一、回顾</w:t></w:r></w:p><w:p><w:r><w:t>" + paragraph
                        + "</w:t></w:r></w:p><w:p><w:r><w:t>" + paragraph
                        + "</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));
        assertThat(read.text()).isEqualTo("一、回顾\n" + paragraph + "\n" + paragraph);
    }

    @Test
    void keepsALineBreakAndATab() {
        DecodedDocument read = docx(
                new DocxBuilder().raw("<w:p><w:r><w:t>甲乡</w:t><w:tab/><w:t>乙乡</w:t><w:br/><w:t>丙乡</w:t></w:r></w:p>"));
        assertThat(read.text()).isEqualTo("甲乡 乙乡\n丙乡");
    }

    @Test
    void marksThePageBreaksThatTheWriterSet() {
        DecodedDocument read = docx(new DocxBuilder()
                .text("前一页")
                .raw("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>")
                .text("后一页")
                .raw("<w:p><w:r><w:t>页末</w:t><w:br w:clear=\"all\" w:type=\"page\"/><w:t>又一页</w:t></w:r></w:p>"));
        assertThat(read.text()).isEqualTo("前一页\n\f\n后一页\n页末\n\f\n又一页");
    }

    @Test
    void callsAFileOfPicturesAScan() {
        assertThatThrownBy(() -> docx(new DocxBuilder().part("word/media/image1.png", new byte[] {1, 2, 3})))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("no-text"));
    }

    private DecodedDocument docx(DocxBuilder file) {
        return formats.read(file.bytes(), ROOM);
    }
}
