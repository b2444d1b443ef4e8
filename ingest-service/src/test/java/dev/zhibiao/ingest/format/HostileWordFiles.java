package dev.zhibiao.ingest.format;

import static dev.zhibiao.ingest.format.HostileTexts.hex;
import static dev.zhibiao.ingest.format.HostileTexts.join;
import static dev.zhibiao.ingest.format.HostileTexts.part;
import static dev.zhibiao.ingest.format.HostileTexts.utf8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Hostile archives, DOCX and DOC. */
final class HostileWordFiles {

    private static final String TEXT = "青原县政府工作报告。全县有22所学校。";

    private HostileWordFiles() {}

    static List<HostileDocument> all() {
        List<HostileDocument> all = new ArrayList<>(archives());
        all.addAll(docx());
        all.addAll(doc());
        for (double share : new double[] {0.1, 0.5, 0.9, 0.99}) {
            all.add(word(
                    "a DOCX cut off at " + share,
                    "unreadable",
                    "broken application/zip",
                    () -> part(docx(TEXT).bytes(), share)));
            all.add(word(
                    "a DOC cut off at " + share,
                    "unreadable",
                    "broken application/x-ole-storage",
                    () -> part(DocBuilder.of(paragraphs()), share)));
        }
        return all;
    }

    private static List<HostileDocument> archives() {
        return List.of(
                word(
                        "zips in zips, 10 deep",
                        "unsupported-type",
                        "the content is application/zip",
                        HostileWordFiles::nested),
                word("a zip of 1 GB of zeros", "limit-exceeded", "archive: it unpacks to", () -> bomb("a.txt", 1024)),
                word("a zip of 20,000 files", "limit-exceeded", "archive: more than 10000", HostileWordFiles::crowd),
                word(
                        "a zip of nothing",
                        "unsupported-type",
                        "the content is application/zip",
                        () -> DocxBuilder.zip(Map.of())),
                word("a spreadsheet", "unsupported-type", "spreadsheetml.sheet", HostileWordFiles::spreadsheet));
    }

    private static List<HostileDocument> docx() {
        String laughs = "<!DOCTYPE w:document [<!ENTITY a \"全县全县\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
                + "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">"
                + "<!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">]>";
        String external = "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        return List.of(
                word(
                        "billion laughs in a DOCX",
                        "unreadable",
                        "broken application/zip",
                        () -> docx("&g;").prologue(laughs).bytes()),
                word(
                        "quadratic blow-up in a DOCX",
                        "unreadable",
                        "broken application/zip",
                        () -> docx("&x;".repeat(100_000))
                                .prologue("<!DOCTYPE w:document [<!ENTITY x \"" + "县".repeat(100_000) + "\">]>")
                                .bytes()),
                word(
                        "an external entity in a DOCX",
                        "read",
                        "全县",
                        () -> docx(TEXT + "&x;").prologue(external).bytes()),
                word(
                        "a DOCX whose text unpacks to 1 GB",
                        "limit-exceeded",
                        "archive: it unpacks to",
                        () -> bomb("word/document.xml", 1024)),
                word(
                        "a DOCX of 5 MB of text",
                        "too-large",
                        "more than 4194304 bytes of text",
                        () -> docx("县".repeat(1_666_667)).bytes()),
                word("a DOCX of 50,000 nested tables", "read", "全县", () -> tables(50_000)),
                word(
                        "a DOCX of 1 million nested elements",
                        "read",
                        "全县",
                        () -> docx("</w:t>" + "<w:x>".repeat(1_000_000) + "</w:x>".repeat(1_000_000) + "<w:t>" + TEXT)
                                .bytes()),
                word(
                        "a DOCX with zips in zips embedded",
                        "read",
                        "全县",
                        () -> docx(TEXT).part("word/embeddings/a.png", nested()).bytes()),
                word(
                        "a DOCX with a password",
                        "encrypted",
                        "a Word file with a password",
                        () -> docx(TEXT).encrypted()),
                word(
                        "a DOCX of pictures",
                        "no-text",
                        "a Word file of pictures",
                        () -> new DocxBuilder()
                                .part("word/media/image1.png", hex("89504e47"))
                                .bytes()),
                word("a DOCX of nothing", "empty", "nothing but white space", () -> new DocxBuilder().bytes()),
                word(
                        "a DOCX whose XML is broken",
                        "unreadable",
                        "broken application/zip",
                        () -> docx("</w:t></w:w><w:t>" + TEXT).bytes()),
                word(
                        "a DOCX with an XML of NULs",
                        "unreadable",
                        "broken application/zip",
                        () -> docx(TEXT + "\0").bytes()),
                word(
                        "a DOCX with a lone surrogate",
                        "unreadable",
                        "broken application/zip",
                        () -> docx(TEXT + "&#xD800;").bytes()));
    }

    private static List<HostileDocument> doc() {
        return List.of(
                word("a DOC with a password", "encrypted", "a Word file with a password", DocBuilder::encrypted),
                word("a DOC of nothing", "empty", "nothing but white space", () -> DocBuilder.of("", "")),
                word(
                        "a DOC of noise",
                        "unreadable",
                        "broken application/x-ole-storage",
                        () -> join(hex("d0cf11e0a1b11ae1"), HostileTexts.noise())),
                word(
                        "a DOC that says it has 2 billion letters",
                        "unreadable",
                        "broken application/x-ole-storage",
                        () -> claim(2_000_000_000)),
                word(
                        "a DOC whose sectors run in a circle",
                        "unreadable",
                        "broken application/x-ole-storage",
                        HostileWordFiles::circle),
                word("a DOC with NULs", "read", "全县", () -> DocBuilder.of(TEXT + "\0" + TEXT)),
                word("a DOC with a lone surrogate", "read", "全县", () -> DocBuilder.of(TEXT + "\uD800" + TEXT)),
                word(
                        "a DOC of 5 MB of text",
                        "too-large",
                        "more than 4194304 bytes of text",
                        () -> DocBuilder.of("县".repeat(1_666_667))));
    }

    private static HostileDocument word(String name, String expected, String detail, Supplier<byte[]> bytes) {
        return new HostileDocument(name, expected, detail, bytes);
    }

    private static DocxBuilder docx(String text) {
        return new DocxBuilder().text(text);
    }

    private static String[] paragraphs() {
        return java.util.Collections.nCopies(3000, TEXT).toArray(String[]::new);
    }

    private static byte[] nested() {
        byte[] inner = utf8(TEXT);
        for (int depth = 0; depth < 10; depth++) {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (int copy = 0; copy < 10; copy++) {
                files.put("zip" + copy + ".zip", inner);
            }
            inner = DocxBuilder.zip(files);
        }
        return inner;
    }

    private static byte[] bomb(String name, int mebibytes) {
        return new DocxBuilder().large(name, mebibytes);
    }

    private static byte[] crowd() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 20_000; i++) {
            files.put("file" + i, new byte[0]);
        }
        return DocxBuilder.zip(files);
    }

    private static byte[] spreadsheet() {
        return DocxBuilder.zip(Map.of(
                "[Content_Types].xml",
                utf8("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType="
                        + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"),
                "xl/workbook.xml",
                utf8("<workbook/>")));
    }

    private static byte[] tables(int depth) {
        return new DocxBuilder()
                .raw("<w:tbl><w:tr><w:tc>".repeat(depth))
                .text(TEXT)
                .raw("</w:tc></w:tr></w:tbl>".repeat(depth))
                .bytes();
    }

    /** The length of the text stands at byte 76 of the stream, which begins in the container's second sector or later. */
    private static byte[] claim(int letters) {
        byte[] doc = DocBuilder.of(paragraphs());
        ByteBuffer bytes = ByteBuffer.wrap(doc).order(ByteOrder.LITTLE_ENDIAN);
        for (int sector = 512; sector + 80 < doc.length; sector += 512) {
            if (bytes.getShort(sector) == (short) 0xA5EC) {
                bytes.putInt(sector + 76, letters);
                return doc;
            }
        }
        throw new IllegalStateException("no text stream");
    }

    /** Every sector is followed by sector 1. */
    private static byte[] circle() {
        byte[] doc = DocBuilder.of(paragraphs());
        ByteBuffer bytes = ByteBuffer.wrap(doc).order(ByteOrder.LITTLE_ENDIAN);
        int table = 512 * (1 + bytes.getInt(76));
        for (int at = table; at < table + 512; at += 4) {
            bytes.putInt(at, 1);
        }
        return doc;
    }
}
