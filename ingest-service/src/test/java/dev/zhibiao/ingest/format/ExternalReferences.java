package dev.zhibiao.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Documents that name something outside of themselves, in each of the ways their formats know. */
public final class ExternalReferences {

    private static final String TEXT = "全县有22所学校。";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private ExternalReferences() {}

    /** Documents that name each of the addresses. */
    public static List<byte[]> documents(String... addresses) {
        List<byte[]> documents = new ArrayList<>();
        for (String address : addresses) {
            documents.add(page(address));
            documents.add(docx(address, ""));
            documents.add(docx(address, "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"" + address + "\">]>"));
            documents.add(docx(address, "<!DOCTYPE w:document SYSTEM \"" + address + "\">"));
            documents.add(docx(address, "<!DOCTYPE w:document [<!ENTITY % x SYSTEM \"" + address + "\"> %x;]>"));
            documents.add(pdf(address));
        }
        return documents;
    }

    private static byte[] page(String address) {
        return ("<html><head><base href=\"" + address + "\"><link rel=stylesheet href=\"" + address
                        + "\"><script src=\"" + address + "\"></script></head><body><iframe src=\"" + address
                        + "\"></iframe><img src=\"" + address + "\"><p>" + TEXT + "</p></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] docx(String address, String prologue) {
        String outside = "\" Target=\"" + address + "\" TargetMode=\"External\"/>";
        return new DocxBuilder()
                .prologue(prologue)
                .part(
                        "word/_rels/document.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"t1\" Type=\"" + OFFICE + "/attachedTemplate" + outside
                                + "<Relationship Id=\"p1\" Type=\"" + OFFICE + "/image" + outside
                                + "<Relationship Id=\"a1\" Type=\"" + OFFICE + "/aFChunk" + outside
                                + "<Relationship Id=\"o1\" Type=\"" + OFFICE + "/oleObject" + outside
                                + "</Relationships>")
                .raw("<w:altChunk r:id=\"a1\"/><w:p><w:r><w:drawing><a:blip xmlns:a="
                        + "\"http://schemas.openxmlformats.org/drawingml/2006/main\" r:link=\"p1\"/></w:drawing></w:r></w:p>"
                        + "<w:p><w:r><w:instrText>INCLUDETEXT \"" + address + "\"</w:instrText></w:r></w:p>")
                .text(TEXT + (prologue.contains("ENTITY x") ? "&x;" : ""))
                .bytes();
    }

    private static byte[] pdf(String address) {
        PdfBuilder pdf = new PdfBuilder().line(74, 300, 16, TEXT);
        int outside = pdf.stream(
                "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /F << /FS /URL /F (" + address + ") >>", new byte[0]);
        int font = pdf.object("<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor << /Type /FontDescriptor "
                + "/FontName /X /Flags 4 /FontFile2 " + outside + " 0 R >> >>");
        return pdf.raw("/X Do BT /F2 9 Tf 1 0 0 1 74 200 Tm (a) Tj ET")
                .page("/XObject << /X " + outside + " 0 R >> /Font << /F1 3 0 R /F2 " + font + " 0 R >>")
                .bytes();
    }
}
