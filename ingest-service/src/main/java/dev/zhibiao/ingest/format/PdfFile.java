package dev.zhibiao.ingest.format;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.DecodedDocument;
import dev.zhibiao.ingest.document.RefusedException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * The text layer of a PDF (ISO 32000), in paragraphs.
 *
 * <p>By PDFBox itself and not by Tika's parser over it: that passes on no places of letters, and without them nobody can
 * tell the end of a line from the end of a paragraph, or a running title from a sentence.
 */
final class PdfFile {

    /** A whole file says within so many bytes of its end where its table of objects is. */
    private static final int TAIL_BYTES = 4096;
    /** Where more than this share of the letters are glyphs without a character, the rest makes no sense. */
    private static final double MOST_NAMELESS = 0.3;
    /** Where more than this share of the pages have no text, the report is on these. */
    private static final double MOST_BLANK = 0.5;

    static {
        FontMappers.set(new OneFont());
    }

    private PdfFile() {}

    static DecodedDocument read(byte[] bytes, int textBytes) throws IOException {
        requireEnd(bytes);
        PdfPages pages = new PdfPages(textBytes);
        try (PDDocument pdf = Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            pages.writeText(pdf, Writer.nullWriter());
        } catch (InvalidPasswordException e) {
            throw new RefusedException(Problem.ENCRYPTED, "a PDF with a password");
        }
        List<PdfPage> read = pages.pages();
        RunningLines.removeFrom(read);
        requireText(pages, read);
        Lines lines = new Lines(textBytes);
        new Paragraphs(read).writeTo(lines);
        return new DecodedDocument(lines.text(), "application/pdf", null);
    }

    /** Of a file that was cut off PDFBox saves what it finds: a part of a report that would pass as the whole. */
    private static void requireEnd(byte[] bytes) {
        int from = Math.max(0, bytes.length - TAIL_BYTES);
        String tail = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
        if (!tail.contains("%%EOF") && !tail.contains("startxref")) {
            throw new RefusedException(Problem.UNREADABLE, "the PDF ends before its end: it was cut off");
        }
    }

    private static void requireText(PdfPages pages, List<PdfPage> read) {
        if (pages.nameless() > MOST_NAMELESS * pages.glyphs()) {
            throw new RefusedException(
                    Problem.NO_TEXT,
                    pages.nameless() + " of " + pages.glyphs() + " letters are pictures that name no character");
        }
        long blank = read.stream().filter(page -> page.lines().isEmpty()).count();
        if (blank > MOST_BLANK * read.size() || read.isEmpty()) {
            throw new RefusedException(
                    Problem.NO_TEXT, blank + " of " + read.size() + " pages have no text layer: a scan?");
        }
    }
}
