package dev.zhibiao.ingest.format;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Packs a file anew with what is read of it, so that its parser sees neither bombs nor pictures nor comments.
 *
 * <p>What the file says of its parts' sizes may be a lie: what they unpack to is counted here.
 */
final class WordPackage {

    /** Stands where the writer set a page break: a character that Unicode keeps out of texts. */
    static final char PAGE_BREAK = '\uFDD0';

    /** A report of 4 MiB of text in the most wasteful XML needs half of it, beside pictures that are packed already. */
    private static final long MOST_UNPACKED = 256L << 20;

    /** Text in more XML than this is read without its page breaks. */
    private static final int MOST_MARKED = 16 << 20;

    private static final int MOST_ENTRIES = 10_000;
    private static final Pattern PAGE_BREAK_ELEMENT =
            Pattern.compile("<w:br\\s+(?:[\\w:]+=\"[^\"<>]*\"\\s+){0,4}w:type=\"page\"[^<>]{0,200}/>");
    private static final String EMPTY_COMMENTS =
            "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>";

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private boolean pictures;
    private long unpacked;

    /**
     * Unpacks and packs everything once.
     *
     * @throws RefusedException {@code limit-exceeded}
     * @throws IOException where it is no whole archive
     */
    WordPackage(byte[] bytes) throws IOException {
        int count = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get();
                ZipOutputStream out = new ZipOutputStream(packed)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); ) {
                ZipArchiveEntry entry = entries.nextElement();
                if (++count > MOST_ENTRIES) {
                    throw exceeded("more than " + MOST_ENTRIES + " entries");
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    copy(entry.getName(), in, out);
                }
                out.closeEntry();
            }
        }
    }

    byte[] bytes() {
        return packed.toByteArray();
    }

    boolean hasPictures() {
        return pictures;
    }

    private void copy(String name, InputStream in, OutputStream out) throws IOException {
        if (name.contains("/media/") || name.contains("/embeddings/")) {
            pictures = true;
            count(in, OutputStream.nullOutputStream());
        } else if (name.startsWith("word/comments")) {
            count(in, OutputStream.nullOutputStream());
            out.write(EMPTY_COMMENTS.getBytes(StandardCharsets.UTF_8));
        } else if (name.equals("word/document.xml")) {
            markPageBreaks(in, out);
        } else {
            count(in, out);
        }
    }

    private void markPageBreaks(InputStream in, OutputStream out) throws IOException {
        byte[] xml = in.readNBytes(MOST_MARKED);
        unpacked += xml.length;
        if (xml.length == MOST_MARKED) {
            out.write(xml);
            count(in, out);
            return;
        }
        // One byte a character, whatever they mean: what is looked for is ASCII.
        String marked = PAGE_BREAK_ELEMENT
                .matcher(new String(xml, StandardCharsets.ISO_8859_1))
                .replaceAll("<w:t>&#x" + Integer.toHexString(PAGE_BREAK) + ";</w:t>");
        out.write(marked.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void count(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[1 << 16];
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            unpacked += n;
            if (unpacked > MOST_UNPACKED) {
                throw exceeded("it unpacks to more than " + (MOST_UNPACKED >> 20) + " MiB");
            }
            out.write(piece, 0, n);
        }
    }

    private static RefusedException exceeded(String what) {
        return new RefusedException(Problem.LIMIT_EXCEEDED, "archive: " + what);
    }
}
