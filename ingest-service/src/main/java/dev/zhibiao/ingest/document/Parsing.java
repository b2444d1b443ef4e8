package dev.zhibiao.ingest.document;

/** Reads documents that are more than plain text. */
public interface Parsing {

    /**
     * The text of a document.
     *
     * @param textBytes largest text in bytes of UTF-8
     * @throws RefusedException where the document has no text to give, breaks a limit, or no parser is free
     */
    DecodedDocument parse(byte[] document, int textBytes);
}
