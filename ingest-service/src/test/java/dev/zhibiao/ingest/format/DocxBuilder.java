package dev.zhibiao.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes Word files (ECMA-376) part by part, so that each part may be as wrong as a test wants it. */
public final class DocxBuilder {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder body = new StringBuilder();
    private String prologue = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    public DocxBuilder() {
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
                        + override("document", "document.main")
                        + override("header1", "header")
                        + override("comments", "comments")
                        + "</Types>");
        part(
                "_rels/.rels",
                relationships("<Relationship Id=\"r1\" Type=\"" + OFFICE
                        + "/officeDocument\" Target=\"word/document.xml\"/>"));
        part(
                "word/_rels/document.xml.rels",
                relationships("<Relationship Id=\"h1\" Type=\"" + OFFICE
                        + "/header\" Target=\"header1.xml\"/><Relationship Id=\"c1\" Type=\"" + OFFICE
                        + "/comments\" Target=\"comments.xml\"/>"));
        part("word/header1.xml", "<w:hdr xmlns:w=\"" + W + "\">" + paragraph("页眉里的字") + "</w:hdr>");
        part(
                "word/comments.xml",
                "<w:comments xmlns:w=\"" + W + "\"><w:comment w:id=\"0\" w:author=\"审阅\">" + paragraph("批注里的字")
                        + "</w:comment></w:comments>");
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/word/" + part
                + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml." + type
                + "+xml\"/>";
    }

    private static String relationships(String inside) {
        return "<Relationships xmlns=\"" + RELATIONSHIPS + "\">" + inside + "</Relationships>";
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
    }

    public DocxBuilder text(String... paragraphs) {
        for (String text : paragraphs) {
            body.append(paragraph(text));
        }
        return this;
    }

    DocxBuilder row(String... cells) {
        body.append("<w:tbl><w:tr>");
        for (String cell : cells) {
            body.append("<w:tc>").append(paragraph(cell)).append("</w:tc>");
        }
        body.append("</w:tr></w:tbl>");
        return this;
    }

    /** Anything at all in the body. */
    DocxBuilder raw(String xml) {
        body.append(xml);
        return this;
    }

    /** What stands before the document's root. */
    DocxBuilder prologue(String xml) {
        prologue = xml;
        return this;
    }

    DocxBuilder part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    DocxBuilder part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    public byte[] bytes() {
        part(
                "word/document.xml",
                prologue + "<w:document xmlns:w=\"" + W + "\" xmlns:r=\"" + OFFICE + "\"><w:body>" + body
                        + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h1\"/></w:sectPr></w:body></w:document>");
        return zip(parts);
    }

    /** The file with a password. */
    byte[] encrypted() {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("不知道");
            try (OutputStream out = encryptor.getDataStream(container)) {
                out.write(bytes());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (IOException | java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file with one part of zeros instead of its text. */
    byte[] large(String name, int mebibytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < mebibytes; i++) {
                zip.write(new byte[1 << 20]);
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
