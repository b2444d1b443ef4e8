package dev.zhibiao.events;

/**
 * A report's identity: the first 128 bits of SHA-256 over the decoded text as UTF-8, nothing normalised, so that the
 * same text in another encoding or wrapping is the same report.
 */
public final class ReportId {

    private static final int DIGITS = 32;

    private ReportId() {}

    /** The id of a decoded text: 32 hexadecimal digits. */
    public static String of(String text) {
        return Sha256.hex128(text);
    }

    /** The id of a text whose SHA-256 is known, 64 hexadecimal digits. */
    public static String ofSha256(String textSha256) {
        return textSha256.substring(0, DIGITS);
    }

    /** The id of a document in which no text could be read: over its raw bytes. */
    public static String ofUnreadable(byte[] document) {
        return Sha256.hex128(document);
    }
}
