package dev.zhibiao.ingest.format;

import static dev.zhibiao.ingest.format.HostileTexts.hex;
import static dev.zhibiao.ingest.format.HostileTexts.join;
import static dev.zhibiao.ingest.format.HostileTexts.part;
import static dev.zhibiao.ingest.format.HostileTexts.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Hostile PDFs. */
final class HostilePdfs {

    private static final String TEXT = "青原县政府工作报告。全县有22所学校。";

    private HostilePdfs() {}

    static List<HostileDocument> all() {
        List<HostileDocument> all = new ArrayList<>(List.of(
                pdf("a PDF of a million objects", "limit-exceeded", "memory", HostilePdfs::millionObjects),
                pdf("a PDF of a million pages", "limit-exceeded", "pages: more than 2000", () -> manyPages(1_000_000)),
                pdf("a PDF of a million nested arrays", "unreadable", "broken application/pdf", () -> deep("[")),
                pdf(
                        "a PDF of a million nested dictionaries",
                        "unreadable",
                        "broken application/pdf",
                        () -> deep("<</A ")),
                pdf(
                        "a PDF whose forms draw each other, 10^12 in all",
                        "limit-exceeded",
                        "time: parsing took more than",
                        HostilePdfs::laughs),
                pdf("a PDF whose form draws itself", "read", "全县", HostilePdfs::selfDrawing),
                pdf(
                        "a PDF whose page unpacks to 256 MB of blanks",
                        "no-text",
                        "1 of 1 pages have no text layer",
                        () -> packedPage(" ".repeat(1 << 20), 256)),
                pdf(
                        "a PDF whose page unpacks to 5 million letters",
                        "too-large",
                        "more than 4194304 bytes of text",
                        () -> packedPage("BT /F1 9 Tf <" + "5168".repeat(10_000) + "> Tj ET ", 500)),
                pdf("a PDF whose page tree runs in a circle", "read", "全县", HostilePdfs::circle),
                pdf("a PDF whose page tree is 100,000 deep", "limit-exceeded", "nesting", HostilePdfs::deepTree),
                pdf("a PDF whose tables of objects run in a circle", "read", "全县", HostilePdfs::tablesInACircle),
                pdf("a PDF with a password", "encrypted", "a PDF with a password", () -> encrypted("不知道")),
                pdf("a PDF that may not be copied from", "read", "全县", () -> encrypted("")),
                pdf(
                        "a PDF of a scan",
                        "no-text",
                        "1 of 1 pages have no text layer",
                        () -> new PdfBuilder().raw("0 0 100 100 re f").page().bytes()),
                pdf("a PDF whose letters are pictures", "no-text", "letters are pictures", HostilePdfs::nameless),
                pdf("a PDF whose letters are NULs and half characters", "read", "全县", HostilePdfs::badNames),
                pdf("a PDF of a header only", "unreadable", "the PDF ends before its end", () -> utf8("%PDF-1.7\n")),
                pdf(
                        "a PDF of noise",
                        "unreadable",
                        "broken application/pdf",
                        () -> join(utf8("%PDF-1.7\n"), HostileTexts.noise(), utf8("startxref\n0\n%%EOF"))),
                pdf("a PDF that names a file to be read", "read", "全县", HostilePdfs::externalStream)));
        for (double share : new double[] {0.1, 0.5, 0.9, 0.99}) {
            all.add(pdf(
                    "a PDF cut off at " + share,
                    "unreadable",
                    "the PDF ends before its end",
                    () -> part(plain(300), share)));
        }
        return all;
    }

    private static HostileDocument pdf(String name, String expected, String detail, Supplier<byte[]> bytes) {
        return new HostileDocument(name, expected, detail, bytes);
    }

    private static PdfBuilder withText() {
        return new PdfBuilder().line(74, 300, 16, TEXT);
    }

    private static byte[] plain(int pages) {
        PdfBuilder pdf = new PdfBuilder();
        for (int i = 0; i < pages; i++) {
            pdf.line(74, 300, 16, TEXT).page();
        }
        return pdf.bytes();
    }

    /** Without the table, which alone would be too large: the parser has to look for each of them. */
    private static byte[] millionObjects() {
        String whole = new String(withText().page().bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
        StringBuilder file = new StringBuilder(whole.substring(0, whole.indexOf("xref\n")));
        for (int i = 10; i < 1_000_010; i++) {
            file.append(i).append(" 0 obj 1 endobj\n");
        }
        return utf8(file + "trailer << /Root 1 0 R /Size 1000010 >>\nstartxref\n0\n%%EOF\n");
    }

    private static byte[] manyPages(int count) {
        PdfBuilder pdf = withText().page();
        return pdf.bytes("<< /Type /Pages /Kids [" + "5 0 R ".repeat(count) + "] /Count " + count + " >>");
    }

    private static byte[] deep(String opening) {
        PdfBuilder pdf = withText().page();
        return pdf.bytes("<< /Type /Pages /Kids [5 0 R] /Count 1 /X " + opening.repeat(1_000_000) + " >>");
    }

    private static byte[] laughs() {
        PdfBuilder pdf = withText();
        int form = pdf.stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", utf8("q Q"));
        for (int i = 0; i < 12; i++) {
            form = pdf.stream(
                    "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X " + form + " 0 R >> >>",
                    utf8("/X Do ".repeat(10)));
        }
        return pdf.raw("/X Do").page("/XObject << /X " + form + " 0 R >>").bytes();
    }

    private static byte[] selfDrawing() {
        PdfBuilder pdf = withText();
        // The next number is its own.
        int own = pdf.object("null") + 1;
        int form = pdf.stream(
                "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X " + own + " 0 R >> >>",
                utf8("/X Do"));
        return pdf.raw("/X Do").page("/XObject << /X " + form + " 0 R >>").bytes();
    }

    private static byte[] packedPage(String content, int times) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                deflater.write(utf8(content));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PdfBuilder pdf = new PdfBuilder();
        int stream = pdf.stream("/Filter /FlateDecode", packed.toByteArray());
        int page =
                pdf.object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
                        + " /Contents " + stream + " 0 R >>");
        return pdf.bytes("<< /Type /Pages /Kids [" + page + " 0 R] /Count 1 >>");
    }

    private static byte[] circle() {
        return withText().page().bytes("<< /Type /Pages /Kids [5 0 R 2 0 R] /Count 2 >>");
    }

    private static byte[] deepTree() {
        PdfBuilder pdf = withText().page();
        for (int i = 0; i < 100_000; i++) {
            pdf.object("<< /Type /Pages /Kids [" + (i + 7) + " 0 R] /Count 1 >>");
        }
        pdf.object("<< /Type /Pages /Kids [5 0 R] /Count 1 >>");
        return pdf.bytes("<< /Type /Pages /Kids [6 0 R] /Count 1 >>");
    }

    private static byte[] tablesInACircle() {
        String whole = new String(withText().page().bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
        return utf8(whole.replace("/Root 1 0 R", "/Root 1 0 R /Prev " + whole.indexOf("xref\n")));
    }

    private static byte[] encrypted(String userPassword) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument pdf = Loader.loadPDF(withText().page().bytes())) {
            AccessPermission none = new AccessPermission();
            none.setCanExtractContent(false);
            pdf.protect(new StandardProtectionPolicy("owner", userPassword, none));
            pdf.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A font of which nobody knows what its numbers mean. */
    private static byte[] nameless() {
        PdfBuilder pdf = new PdfBuilder();
        int font = pdf.object(
                "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [ << /Type /Font "
                        + "/Subtype /CIDFontType0 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
                        + "/Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 >> >> ] >>");
        return pdf.raw("BT /F2 12 Tf 1 0 0 1 74 700 Tm <" + "01020304".repeat(20) + "> Tj ET")
                .page("/Font << /F2 " + font + " 0 R /F1 3 0 R >>")
                .bytes();
    }

    /** A font that says its letters 1 and 2 are NUL and a half character. */
    private static byte[] badNames() {
        PdfBuilder pdf = withText();
        int names = pdf.stream(
                "",
                utf8("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
                        + "2 beginbfchar <01> <0000> <02> <d800> endbfchar endcmap end"));
        int font = pdf.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode " + names + " 0 R >>");
        return pdf.raw("BT /F2 12 Tf 1 0 0 1 74 600 Tm <0102> Tj ET")
                .page("/Font << /F2 " + font + " 0 R /F1 3 0 R >>")
                .bytes();
    }

    private static byte[] externalStream() {
        PdfBuilder pdf = withText();
        int outside = pdf.stream("/F (/etc/passwd)", hex("00"));
        return pdf.raw("/X Do").page("/XObject << /X " + outside + " 0 R >>").bytes();
    }
}
