package dev.zhibiao.extract.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats that are no plain text, by what a file begins with. The command line reads none of them, ingest the first. */
enum FileKind {
    PDF("PDF", true, "255044462d"),
    DOC("DOC", true, "d0cf11e0a1b11ae1"),
    DOCX("DOCX, ZIP", true, "504b0304"),
    HTML("HTML, XML", true),
    RTF("RTF", false, "7b5c727466"),
    PICTURE("PNG, JPEG, GIF, TIFF", false, "89504e470d0a1a0a", "ffd8ff", "47494638", "49492a00", "4d4d002a"),
    ARCHIVE("GZIP, BZIP2, XZ, 7Z, RAR", false, "1f8b08", "425a68", "fd377a585a00", "377abcaf271c", "526172211a07"),
    MAIL("MHTML", false);

    private static final int HEAD = 1024;
    private static final int LONGEST_BEGINNING = 8;
    /** A comment or declaration is enough: no report begins with one. */
    private static final Pattern PAGE = Pattern.compile(
            "\\s*<(!--|\\?xml|!doctype\\s|(html|head|body|title|meta|link|base|script"
                    + "|style|noscript|div|p|span|table|h[1-3]|center|font|article|section|ul|ol|br|img|a|b|strong|form|pre)[\\s/>])");

    private static final Pattern SAVED_PAGE = Pattern.compile("(mime-version:|from: <saved by)");

    private final String title;
    private final boolean readByIngest;
    private final String[] beginnings;

    FileKind(String title, boolean readByIngest, String... beginnings) {
        this.title = title;
        this.readByIngest = readByIngest;
        this.beginnings = beginnings;
    }

    /** For people, in any language. */
    String title() {
        return title;
    }

    /** Whether a running system reads such files. */
    boolean readByIngest() {
        return readByIngest;
    }

    /** What the file is; {@code null} where it may be plain text. */
    static @Nullable FileKind of(byte[] file) {
        // A byte a letter; some servers put an empty line before a document.
        String head = new String(Arrays.copyOf(file, Math.min(HEAD, file.length)), StandardCharsets.ISO_8859_1)
                .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)?[ \r\n]*", "");
        String beginning = HexFormat.of()
                .formatHex(head.substring(0, Math.min(LONGEST_BEGINNING, head.length()))
                        .getBytes(StandardCharsets.ISO_8859_1));
        for (FileKind kind : values()) {
            if (Arrays.stream(kind.beginnings).anyMatch(beginning::startsWith)) {
                return kind;
            }
        }
        // Of UTF-16 every other byte is none.
        String letters = head.replace("\0", "").toLowerCase(Locale.ROOT);
        if (SAVED_PAGE.matcher(letters).lookingAt()) {
            return MAIL;
        }
        return PAGE.matcher(letters).lookingAt() ? HTML : null;
    }
}
