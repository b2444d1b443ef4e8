package dev.zhibiao.ingest.format;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.DecodedDocument;
import dev.zhibiao.ingest.document.RefusedException;
import dev.zhibiao.ingest.document.Signature;
import java.io.IOException;

/** Reads documents that have structure. */
public final class Formats {

    private final WordFile word = new WordFile();

    /**
     * The text of a document: lines without blanks at their ends, one a paragraph, heading or row of a table; a form
     * feed alone on a line where a page ends.
     *
     * @param textBytes largest text in bytes of UTF-8
     * @throws RefusedException where there is none to give
     */
    public DecodedDocument read(byte[] document, int textBytes) {
        Signature signature = Signature.of(document);
        if (signature == null) {
            throw new RefusedException(Problem.UNSUPPORTED_TYPE, "the content is of no format with structure");
        }
        try {
            return switch (signature) {
                case HTML -> WebPage.read(document, textBytes);
                case PDF -> PdfFile.read(document, textBytes);
                case ZIP, OLE2 -> word.read(document, signature == Signature.ZIP, textBytes);
                default ->
                    throw new RefusedException(Problem.UNSUPPORTED_TYPE, "the content is " + signature.mediaType());
            };
        } catch (IOException | RuntimeException e) {
            throw refusal(signature, e);
        }
    }

    /** Libraries wrap what was thrown inside of them; messages may quote the document and are left out. */
    private static RefusedException refusal(Signature signature, Exception e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof RefusedException refused) {
                return refused;
            }
            cause = cause.getCause();
        }
        return new RefusedException(
                Problem.UNREADABLE,
                "broken " + signature.mediaType() + " (" + e.getClass().getSimpleName() + ")");
    }
}
