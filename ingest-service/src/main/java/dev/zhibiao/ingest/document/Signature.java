package dev.zhibiao.ingest.document;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Formats that are no text, by the bytes they begin with. */
enum Signature {
    PDF("application/pdf", "255044462d"),
    ZIP("application/zip", "504b0304"),
    EMPTY_ZIP("application/zip", "504b0506"),
    OLE2("application/x-ole-storage", "d0cf11e0a1b11ae1"),
    RTF("application/rtf", "7b5c727466"),
    PNG("image/png", "89504e470d0a1a0a"),
    JPEG("image/jpeg", "ffd8ff"),
    GIF("image/gif", "47494638"),
    TIFF_LITTLE_ENDIAN("image/tiff", "49492a00"),
    TIFF_BIG_ENDIAN("image/tiff", "4d4d002a"),
    WEBP("image/webp", "52494646"),
    GZIP("application/gzip", "1f8b08"),
    SEVEN_ZIP("application/x-7z-compressed", "377abcaf271c"),
    RAR("application/vnd.rar", "526172211a07"),
    ELF("application/x-elf", "7f454c46");

    private final String mediaType;
    private final byte[] bytes;

    Signature(String mediaType, String hex) {
        this.mediaType = mediaType;
        this.bytes = HexFormat.of().parseHex(hex);
    }

    /** The media type of the format that the document begins as; {@code null} where it may be text. */
    static @Nullable String mediaType(byte[] document) {
        for (Signature signature : values()) {
            if (startsWith(document, signature.bytes)) {
                return signature.mediaType;
            }
        }
        return null;
    }

    private static boolean startsWith(byte[] document, byte[] bytes) {
        if (document.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (document[i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
