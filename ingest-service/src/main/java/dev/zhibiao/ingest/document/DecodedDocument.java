package dev.zhibiao.ingest.document;

/**
 * The text of a document.
 *
 * @param text as decoded: byte order mark dropped, line ends as they were
 * @param mediaType by content
 * @param charset it was decoded with, IANA name
 */
public record DecodedDocument(String text, String mediaType, String charset) {}
