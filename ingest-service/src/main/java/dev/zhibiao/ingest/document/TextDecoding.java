package dev.zhibiao.ingest.document;

import dev.zhibiao.events.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding that Chinese text of unknown origin is in: byte order mark, UTF-8, UTF-16 without mark, GB18030.
 *
 * <p>Bytes are decoded strictly. A broken UTF-8 text is often well-formed GB18030, of characters that nobody uses; it is
 * refused rather than read as those.
 */
public final class TextDecoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    /** Of the two-byte characters in Chinese text, nearly all stand in GB 2312's part of the table. */
    private static final double SHARE_OF_GB2312 = 0.9;
    /** Of a UTF-16 text's characters, at least so many are Chinese or ASCII. */
    private static final double SHARE_OF_EXPECTED = 0.9;

    private TextDecoding() {}

    /**
     * Text with the encoding it was in.
     *
     * @param text without byte order mark
     */
    public record Decoded(String text, Charset charset) {}

    /**
     * Decodes the bytes.
     *
     * @throws RefusedException {@code unreadable} where they are text in none of these encodings
     */
    public static Decoded decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strictly(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return strictly(bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return strictly(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0x84, 0x31, 0x95, 0x33)) {
            return strictly(bytes, 4, GB18030);
        }
        Decoded decoded = withoutMark(bytes);
        if (decoded == null) {
            throw new RefusedException(
                    Problem.UNREADABLE, "the bytes are text neither in UTF-8 nor UTF-16 nor GB18030");
        }
        return decoded;
    }

    /**
     * Decodes what says of itself what it is in, GB 2312 and GBK by their superset. A byte order mark and well-formed
     * UTF-8 are believed before the declaration: many pages still declare what they were in before they moved.
     *
     * @throws RefusedException {@code unreadable} where the bytes are neither that nor text in another encoding
     */
    public static Decoded decode(byte[] bytes, Charset declared) {
        String name = declared.name();
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)
                || startsWith(bytes, 0xFE, 0xFF)
                || startsWith(bytes, 0xFF, 0xFE)
                || name.startsWith("UTF")) {
            return decode(bytes);
        }
        Charset charset = name.startsWith("GB") || name.equals("x-mswin-936") ? GB18030 : declared;
        for (Charset candidate : new Charset[] {StandardCharsets.UTF_8, charset}) {
            try {
                return new Decoded(strict(bytes, 0, candidate), candidate);
            } catch (CharacterCodingException e) {
                // Not this one: the next.
            }
        }
        return decode(bytes);
    }

    private static @Nullable Decoded withoutMark(byte[] bytes) {
        try {
            String text = strict(bytes, 0, StandardCharsets.UTF_8);
            if (text.indexOf('\0') < 0) {
                return new Decoded(text, StandardCharsets.UTF_8);
            }
        } catch (CharacterCodingException e) {
            // Not UTF-8: the next.
        }
        for (Charset utf16 : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            try {
                String text = strict(bytes, 0, utf16);
                if (isExpected(text)) {
                    return new Decoded(text, utf16);
                }
            } catch (CharacterCodingException e) {
                // Not this byte order.
            }
        }
        try {
            String text = strict(bytes, 0, GB18030);
            return isGb2312(bytes) && text.indexOf('\0') < 0 ? new Decoded(text, GB18030) : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static Decoded strictly(byte[] bytes, int from, Charset charset) {
        try {
            return new Decoded(strict(bytes, from, charset), charset);
        } catch (CharacterCodingException e) {
            throw new RefusedException(
                    Problem.UNREADABLE, "the byte order mark says " + charset.name() + ", the bytes after it are not");
        }
    }

    private static String strict(byte[] bytes, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    private static boolean isExpected(String text) {
        long expected = text.chars()
                .filter(c -> c >= ' ' && c < 0x7F
                        || c == '\n'
                        || c == '\r'
                        || c == '\t'
                        || c >= 0x3000 && c <= 0x303F
                        || c >= 0x4E00 && c <= 0x9FFF
                        || c >= 0xFF00 && c <= 0xFFEF
                        || c >= 0x2010 && c <= 0x2027)
                .count();
        return expected >= SHARE_OF_EXPECTED * text.length();
    }

    private static boolean isGb2312(byte[] bytes) {
        int pairs = 0;
        int gb2312 = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x81) {
                continue;
            }
            int trail = bytes[i + 1] & 0xFF;
            if (trail >= 0x30 && trail <= 0x39) {
                i += 3;
                continue;
            }
            pairs++;
            gb2312 += lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1 ? 1 : 0;
            i++;
        }
        return gb2312 >= SHARE_OF_GB2312 * pairs;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
