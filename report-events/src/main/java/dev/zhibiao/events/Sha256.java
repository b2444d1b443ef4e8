package dev.zhibiao.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), mostly in lower-case hexadecimal. */
public final class Sha256 {

    private Sha256() {}

    /** All 256 bits: 64 digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    /** All 256 bits of the text as UTF-8: 64 digits. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** All 256 bits of the text as UTF-8: 32 bytes, to be compared in constant time. */
    public static byte[] of(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    static String hex128(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes), 0, 16);
    }

    static String hex128(String text) {
        return hex128(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
