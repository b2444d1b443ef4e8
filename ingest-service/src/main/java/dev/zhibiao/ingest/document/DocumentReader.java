package dev.zhibiao.ingest.document;

import dev.zhibiao.events.Limits;
import dev.zhibiao.events.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads the text of a document, which is judged by its content and not by its name. */
public final class DocumentReader {

    private static final Pattern CHINESE_WORD = Pattern.compile("\\p{IsHan}{2}");

    private final int documentBytes;
    private final int textBytes;

    /** With the limits that the topics were laid out for, {@link Limits}. */
    public DocumentReader() {
        this(Limits.DOCUMENT_BYTES, Limits.TEXT_BYTES);
    }

    /**
     * With other limits.
     *
     * @param documentBytes largest document in bytes
     * @param textBytes largest text in bytes of UTF-8
     */
    public DocumentReader(int documentBytes, int textBytes) {
        this.documentBytes = documentBytes;
        this.textBytes = textBytes;
    }

    /**
     * Reads the document.
     *
     * @throws RefusedException {@code empty}, {@code too-large}, {@code unsupported-type}, {@code unreadable} or
     *     {@code not-chinese}
     */
    public DecodedDocument read(byte[] bytes) {
        if (bytes.length == 0) {
            throw new RefusedException(Problem.EMPTY, "0 bytes");
        }
        if (bytes.length > documentBytes) {
            throw new RefusedException(Problem.TOO_LARGE, bytes.length + " bytes, " + documentBytes + " are the most");
        }
        String mediaType = Signature.mediaType(bytes);
        if (mediaType != null) {
            throw new RefusedException(Problem.UNSUPPORTED_TYPE, "the content is " + mediaType);
        }
        return checked(HtmlText.isHtml(bytes) ? html(bytes) : plain(bytes));
    }

    private static DecodedDocument plain(byte[] bytes) {
        TextDecoding.Decoded decoded = TextDecoding.decode(bytes);
        return new DecodedDocument(
                decoded.text(), "text/plain", decoded.charset().name());
    }

    private static DecodedDocument html(byte[] bytes) {
        Charset declared = HtmlText.declaredCharset(bytes);
        TextDecoding.Decoded page =
                declared == null ? TextDecoding.decode(bytes) : TextDecoding.decode(bytes, declared);
        return new DecodedDocument(
                HtmlText.of(page.text()), "text/html", page.charset().name());
    }

    private DecodedDocument checked(DecodedDocument document) {
        String text = document.text();
        if (text.isBlank()) {
            throw new RefusedException(Problem.EMPTY, "nothing but white space");
        }
        if (text.indexOf('\0') >= 0) {
            throw new RefusedException(Problem.UNREADABLE, "the text has NUL characters");
        }
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        if (size > textBytes) {
            throw new RefusedException(
                    Problem.TOO_LARGE, size + " bytes of text as UTF-8, " + textBytes + " are the most");
        }
        if (!CHINESE_WORD.matcher(text).find()) {
            throw new RefusedException(Problem.NOT_CHINESE, "no two Chinese characters stand together");
        }
        return document;
    }
}
