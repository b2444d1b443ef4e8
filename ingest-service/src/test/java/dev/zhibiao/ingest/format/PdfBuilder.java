package dev.zhibiao.ingest.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Writes PDFs with Chinese text by hand, object by object: no font is at hand everywhere, and a font that is not
 * embedded, with a predefined CMap, needs none.
 */
public final class PdfBuilder {

    /** A4 in points. */
    static final int WIDTH = 595;

    static final int HEIGHT = 842;

    private final List<byte[]> objects = new ArrayList<>();
    private final List<Integer> pages = new ArrayList<>();
    private final StringBuilder content = new StringBuilder();

    public PdfBuilder() {
        // 1 is the catalogue and 2 the page tree, written at the end; 3 is the font.
        objects.add(new byte[0]);
        objects.add(new byte[0]);
        object("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
                + "/DescendantFonts [ << /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 [500] 2 95 500] "
                + "/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /ItalicAngle 0 "
                + "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 /FontBBox [-25 -254 1000 880] >> >> ] >>");
    }

    /**
     * Writes a line.
     *
     * @param x from the left, in points
     * @param y from the top, in points
     * @param size in points
     */
    public PdfBuilder line(double x, double y, double size, String text) {
        content.append(String.format(
                Locale.ROOT,
                "BT /F1 %.1f Tf 1 0 0 1 %.1f %.1f Tm <%s> Tj ET%n",
                size,
                x,
                HEIGHT - y,
                HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE))));
        return this;
    }

    /** Anything at all. */
    PdfBuilder raw(String operators) {
        content.append(operators).append('\n');
        return this;
    }

    /** Ends the page that the lines stand on. */
    public PdfBuilder page() {
        return page("");
    }

    /**
     * Ends the page.
     *
     * @param resources further ones beside the font
     */
    PdfBuilder page(String resources) {
        int stream = stream("", content.toString().getBytes(StandardCharsets.ISO_8859_1));
        content.setLength(0);
        pages.add(object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + WIDTH + " " + HEIGHT + "] /Resources "
                + "<< /Font << /F1 3 0 R >> " + resources + " >> /Contents " + stream + " 0 R >>"));
        return this;
    }

    /** Adds an object and tells its number. */
    int object(String body) {
        objects.add(body.getBytes(StandardCharsets.ISO_8859_1));
        return objects.size();
    }

    int stream(String dictionary, byte[] bytes) {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.writeBytes(("<< " + dictionary + " /Length " + bytes.length + " >>\nstream\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        object.writeBytes(bytes);
        object.writeBytes("\nendstream".getBytes(StandardCharsets.ISO_8859_1));
        objects.add(object.toByteArray());
        return objects.size();
    }

    /** A picture on no page: its weight is what matters. */
    public PdfBuilder picture(byte[] grey) {
        stream(
                "/Type /XObject /Subtype /Image /Width " + grey.length
                        + " /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
                grey);
        return this;
    }

    public byte[] bytes() {
        StringBuilder kids = new StringBuilder();
        pages.forEach(page -> kids.append(page).append(" 0 R "));
        return bytes("<< /Type /Pages /Kids [" + kids + "] /Count " + pages.size() + " >>");
    }

    /** With a page tree of one's own. */
    byte[] bytes(String tree) {
        objects.set(0, "<< /Type /Catalog /Pages 2 0 R >>".getBytes(StandardCharsets.ISO_8859_1));
        objects.set(1, tree.getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        StringBuilder table = new StringBuilder();
        file.writeBytes("%PDF-1.7\n".getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.size()));
            file.writeBytes((i + 1 + " 0 obj\n").getBytes(StandardCharsets.ISO_8859_1));
            file.writeBytes(objects.get(i));
            file.writeBytes("\nendobj\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        int at = file.size();
        file.writeBytes(("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size "
                        + (objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + at + "\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        return file.toByteArray();
    }
}
