package dev.zhibiao.ingest.format;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Collects the lines of each page in the order in which they were drawn, which keeps columns and cells together. */
final class PdfPages extends PDFTextStripper {

    /** The longest reports have a hundred. */
    private static final int MOST_PAGES = 2000;
    /** In parts of a letter: more turned than this, it belongs to no line but to a stamp or a watermark. */
    private static final float TURNED = 0.05f;

    private final int mostLetters;
    private final List<PdfPage> pages = new ArrayList<>();
    private int letters;
    private int glyphs;
    private int nameless;

    /**
     * An empty collection.
     *
     * @param mostLetters more of them are more text than is allowed
     */
    PdfPages(int mostLetters) {
        this.mostLetters = mostLetters;
        // Bold by drawing twice is one letter.
        setSuppressDuplicateOverlappingText(true);
        setShouldSeparateByBeads(false);
    }

    List<PdfPage> pages() {
        return pages;
    }

    /** Letters drawn. */
    int glyphs() {
        return glyphs;
    }

    /** Those of them that nothing in the file names a character for. */
    int nameless() {
        return nameless;
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        if (pages.size() >= MOST_PAGES) {
            throw new RefusedException(Problem.LIMIT_EXCEEDED, "pages: more than " + MOST_PAGES);
        }
        super.processPage(page);
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        glyphs++;
        if (!(font instanceof PDSimpleFont) && font.toUnicode(code) == null) {
            nameless++;
        }
        super.showGlyph(matrix, font, code, displacement);
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        if (++letters > mostLetters) {
            throw new RefusedException(
                    Problem.TOO_LARGE, "more than " + mostLetters + " bytes of text as UTF-8, which are the most");
        }
        Matrix matrix = letter.getTextMatrix();
        boolean turned = Math.abs(matrix.getScaleX()) > TURNED * scale(matrix)
                && Math.abs(matrix.getShearY()) > TURNED * scale(matrix);
        if (!turned) {
            super.processTextPosition(letter);
        }
    }

    private static float scale(Matrix matrix) {
        return Math.abs(matrix.getScaleX()) + Math.abs(matrix.getShearY());
    }

    @Override
    protected void writePage() {
        List<PdfLine> lines = new ArrayList<>();
        PdfLine line = null;
        for (List<TextPosition> article : charactersByArticle) {
            for (TextPosition letter : article) {
                if (line == null || !line.takes(letter)) {
                    line = new PdfLine(letter);
                    lines.add(line);
                }
                line.add(letter);
            }
        }
        lines.removeIf(read -> read.text().isEmpty());
        PDPage page = getCurrentPage();
        boolean turned = page.getRotation() % 180 != 0;
        float width = page.getCropBox().getWidth();
        float height = page.getCropBox().getHeight();
        pages.add(new PdfPage(turned ? height : width, turned ? width : height, lines));
    }
}
