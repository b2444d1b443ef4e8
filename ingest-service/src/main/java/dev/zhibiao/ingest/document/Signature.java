package dev.zhibiao.ingest.document;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Formats that are no plain text, by the bytes they begin with. */
public enum Signature {
    PDF("application/pdf", true, "255044462d"),
    /** DOCX is one; what else is packed so, the parser finds out. */
    ZIP("application/zip", true, "504b0304"),
    EMPTY_ZIP("application/zip", false, "504b0506"),
    /** DOC is one; so are old spreadsheets and encrypted DOCX. */
    OLE2("application/x-ole-storage", true, "d0cf11e0a1b11ae1"),
    RTF("application/rtf", false, "7b5c727466"),
    PNG("image/png", false, "89504e470d0a1a0a"),
    JPEG("image/jpeg", false, "ffd8ff"),
    GIF("image/gif", false, "47494638"),
    TIFF_LITTLE_ENDIAN("image/tiff", false, "49492a00"),
    TIFF_BIG_ENDIAN("image/tiff", false, "4d4d002a"),
    RIFF("application/x-riff", false, "52494646"),
    GZIP("application/gzip", false, "1f8b08"),
    BZIP2("application/x-bzip2", false, "425a68"),
    XZ("application/x-xz", false, "fd377a585a00"),
    SEVEN_ZIP("application/x-7z-compressed", false, "377abcaf271c"),
    RAR("application/vnd.rar", false, "526172211a07"),
    ELF("application/x-elf", false, "7f454c46"),
    HTML("text/html", true, ""),
    XML("application/xml", false, ""),
    /** A page saved with its pictures in one file, and mail. */
    MIME("multipart/related", false, "");

    private final String mediaType;
    private final boolean read;
    private final byte[] bytes;

    Signature(String mediaType, boolean read, String hex) {
        this.mediaType = mediaType;
        this.read = read;
        this.bytes = HexFormat.of().parseHex(hex);
    }

    /** Of the format, or of the kind of container where only its inside tells the format. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether documents that begin so may be read. */
    public boolean isRead() {
        return read;
    }

    /** What the document begins as; {@code null} where it may be plain text. */
    public static @Nullable Signature of(byte[] document) {
        int start = afterBlanks(document);
        for (Signature signature : values()) {
            if (signature.bytes.length > 0 && startsWith(document, start, signature.bytes)) {
                return signature;
            }
        }
        return Markup.of(document);
    }

    /** Some servers put an empty line before a document, some editors a byte order mark. */
    private static int afterBlanks(byte[] document) {
        int at = startsWith(document, 0, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}) ? 3 : 0;
        while (at < document.length && (document[at] == '\r' || document[at] == '\n' || document[at] == ' ')) {
            at++;
        }
        return at;
    }

    private static boolean startsWith(byte[] document, int start, byte[] bytes) {
        if (document.length - start < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (document[start + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
