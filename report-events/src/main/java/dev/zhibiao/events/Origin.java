package dev.zhibiao.events;

import org.jspecify.annotations.Nullable;

/**
 * The document that a report was decoded from.
 *
 * @param mediaType media type by content, such as {@code text/html}
 * @param charset the encoding it was decoded with, IANA name
 * @param size bytes of the original
 * @param sha256 SHA-256 of the original's bytes, 64 hexadecimal digits
 * @param source where the upstream has it from, usually an address
 */
public record Origin(
        String mediaType,
        @Nullable String charset,
        long size,
        String sha256,
        @Nullable String source) {}
