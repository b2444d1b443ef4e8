package dev.zhibiao.ingest.document;

import dev.zhibiao.events.Problem;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Reads the text of a document, which is judged by its content and not by its name or what its sender says of it.
 *
 * <p>Plain text is decoded here: that takes a time and a memory that follow from its size. Everything that has structure
 * is {@link Parsing}'s.
 */
public final class DocumentReader {

    private static final Pattern CHINESE_WORD = Pattern.compile("\\p{IsHan}{2}");
    /** No encoding that is read needs more than so many bytes where UTF-8 needs one. */
    private static final int DENSEST = 2;

    private final int documentBytes;
    private final int textBytes;
    private final Parsing parsing;

    /**
     * Reads within limits.
     *
     * @param documentBytes largest document in bytes
     * @param textBytes largest text in bytes of UTF-8
     */
    public DocumentReader(int documentBytes, int textBytes, Parsing parsing) {
        this.documentBytes = documentBytes;
        this.textBytes = textBytes;
        this.parsing = parsing;
    }

    /**
     * Reads the document.
     *
     * @throws RefusedException {@code empty}, {@code too-large}, {@code unsupported-type}, {@code unreadable},
     *     {@code not-chinese}; and of documents with structure {@code encrypted}, {@code no-text},
     *     {@code limit-exceeded}, {@code overloaded}
     */
    public DecodedDocument read(byte[] bytes) {
        if (bytes.length == 0) {
            throw new RefusedException(Problem.EMPTY, "0 bytes");
        }
        if (bytes.length > documentBytes) {
            throw new RefusedException(Problem.TOO_LARGE, bytes.length + " bytes, " + documentBytes + " are the most");
        }
        Signature signature = Signature.of(bytes);
        if (signature != null && !signature.isRead()) {
            throw new RefusedException(Problem.UNSUPPORTED_TYPE, "the content is " + signature.mediaType());
        }
        return checked(signature == null ? plain(bytes) : parsing.parse(bytes, textBytes));
    }

    private DecodedDocument plain(byte[] bytes) {
        if (bytes.length > (long) DENSEST * textBytes) {
            throw new RefusedException(
                    Problem.TOO_LARGE, bytes.length + " bytes of plain text, " + textBytes + " as UTF-8 are the most");
        }
        TextDecoding.Decoded decoded = TextDecoding.decode(bytes);
        return new DecodedDocument(
                decoded.text(), "text/plain", decoded.charset().name());
    }

    private DecodedDocument checked(DecodedDocument document) {
        String text = document.text();
        if (text.isBlank()) {
            throw new RefusedException(Problem.EMPTY, "nothing but white space");
        }
        if (text.indexOf('\0') >= 0) {
            throw new RefusedException(Problem.UNREADABLE, "the text has NUL characters");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new RefusedException(Problem.UNREADABLE, "the text has half characters (lone surrogates)");
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
