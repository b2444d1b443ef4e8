package dev.zhibiao.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes the smallest Word 97 files ([MS-DOC]) that hold a text; no library makes one from nothing. */
public final class DocBuilder {

    private static final int TEXT_AT = 2048;
    /** Pages of 512 bytes from the beginning; the header takes the first two. */
    private static final int FORMATS_PAGE = 3;

    /** Places in the header (FibRgFcLcb97) of what lies in the table stream. */
    private static final int STYLES = 1;

    private static final int SECTIONS = 6;
    private static final int CHARACTER_PAGES = 12;
    private static final int FONTS = 15;
    private static final int PROPERTIES = 31;
    private static final int PIECES = 33;

    private final ByteBuffer word;
    private final ByteBuffer table = ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN);

    private DocBuilder(int characters) {
        word = ByteBuffer.allocate(Math.max(8192, TEXT_AT + 2 * characters)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * A file with a text.
     *
     * @param paragraphs each gets an end of its own
     */
    public static byte[] of(String... paragraphs) {
        return new DocBuilder(0).write(String.join("\r", paragraphs) + "\r", false);
    }

    /** A file that says it is encrypted with RC4 and a password that nobody knows. */
    public static byte[] encrypted() {
        return new DocBuilder(0).write("秘密\r", true);
    }

    private byte[] write(String text, boolean encrypted) {
        DocBuilder file = new DocBuilder(text.length());
        file.header(text, encrypted);
        file.tables(text, encrypted);
        return container(file);
    }

    private void header(String text, boolean encrypted) {
        word.putShort(0, (short) 0xA5EC).putShort(2, (short) 0xC1).putShort(6, (short) 0x804);
        word.putShort(10, (short) (encrypted ? 0x0300 : 0x0200)).putShort(12, (short) 0xBF);
        word.putInt(14, encrypted ? 52 : 0);
        word.putInt(24, TEXT_AT).putInt(28, TEXT_AT + 2 * text.length());
        word.putShort(32, (short) 14).putShort(62, (short) 22).putInt(64, TEXT_AT + 2 * text.length());
        word.putInt(76, text.length()).putShort(152, (short) 93);
        word.position(TEXT_AT).put(text.getBytes(StandardCharsets.UTF_16LE));
        // One run of characters over all of the text, formatted as nothing in particular.
        int page = 512 * FORMATS_PAGE;
        word.putInt(page, TEXT_AT).putInt(page + 4, TEXT_AT + 2 * text.length()).put(page + 511, (byte) 1);
    }

    private void tables(String text, boolean encrypted) {
        if (encrypted) {
            // RC4, version 1.1, then salt, verifier and its hash: no password gives these.
            table.position(0).putShort((short) 1).putShort((short) 1);
            for (int i = 0; i < 48; i++) {
                table.put((byte) i);
            }
        }
        int end = TEXT_AT + 2 * text.length();
        table.position(64);
        table.put((byte) 2)
                .putInt(16)
                .putInt(0)
                .putInt(text.length())
                .putShort((short) 0)
                .putInt(TEXT_AT);
        say(PIECES, 64, 21);
        table.position(128);
        table.putShort((short) 18).putShort((short) 1).putShort((short) 10).putShort((short) 1);
        say(STYLES, 128, 22);
        say(PROPERTIES, 512, 544);
        table.position(1200).putInt(0).putInt(text.length()).putShort((short) 0).putInt(-1);
        say(SECTIONS, 1200, 20);
        say(FONTS, 1300, 4);
        table.position(1400).putInt(TEXT_AT).putInt(end).putInt(FORMATS_PAGE);
        say(CHARACTER_PAGES, 1400, 12);
    }

    private void say(int what, int at, int length) {
        word.putInt(154 + 8 * what, at).putInt(158 + 8 * what, length);
    }

    private static byte[] container(DocBuilder file) {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(file.word.array()), "WordDocument");
            container.createDocument(new ByteArrayInputStream(file.table.array()), "1Table");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
