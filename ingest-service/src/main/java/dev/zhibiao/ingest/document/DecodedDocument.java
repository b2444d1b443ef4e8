package dev.zhibiao.ingest.document;

import org.jspecify.annotations.Nullable;

/**
 * The text of a document.
 *
 * @param text as decoded: byte order mark dropped, line ends as they were
 * @param mediaType by content
 * @param charset it was decoded with, IANA name; {@code null} where the format has none of its own
 */
public record DecodedDocument(
        String text, String mediaType, @Nullable String charset) {}
