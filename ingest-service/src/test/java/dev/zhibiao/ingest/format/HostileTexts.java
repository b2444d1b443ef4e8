package dev.zhibiao.ingest.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/** Hostile plain text, web pages and XML. */
final class HostileTexts {

    private static final String TEXT = "青原县政府工作报告。全县有22所学校。";
    private static final String LAUGHS =
            "<!DOCTYPE r [<!ENTITY a \"全县全县\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                    + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
                    + "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">"
                    + "<!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\">]>";

    private HostileTexts() {}

    static List<HostileDocument> all() {
        return List.of(
                text("nothing", "empty", "0 bytes", () -> new byte[0]),
                text("white space", "empty", "nothing but white space", () -> utf8(" \r\n　\t".repeat(1000))),
                text("100 MB of one line", "too-large", "100000000 bytes", () -> filled(100_000_000, 'a')),
                text("32 MiB of one line", "too-large", "33554432 bytes of plain text", () -> filled(32 << 20, 'a')),
                text(
                        "5 MB of Chinese in one line",
                        "too-large",
                        "5000001 bytes of text",
                        () -> utf8("县".repeat(1_666_667))),
                text("32 MiB of NULs", "too-large", "33554432 bytes of plain text", () -> new byte[32 << 20]),
                text("NULs only", "unreadable", "the bytes are text neither", () -> new byte[4096]),
                text("a NUL in a text", "unreadable", "the bytes are text neither", () -> utf8(TEXT + "\0" + TEXT)),
                text(
                        "a lone surrogate in UTF-8",
                        "unreadable",
                        "the bytes are text neither",
                        () -> join(utf8(TEXT), hex("eda080"))),
                text(
                        "a lone surrogate in UTF-16",
                        "unreadable",
                        "the byte order mark says",
                        () -> join(hex("feff"), TEXT.getBytes(StandardCharsets.UTF_16BE), hex("d800"))),
                text(
                        "UTF-8 cut inside a character",
                        "unreadable",
                        "the bytes are text neither",
                        () -> cut(utf8(TEXT), 1)),
                text(
                        "UTF-16 cut inside a character",
                        "unreadable",
                        "the byte order mark says",
                        () -> cut(join(hex("fffe"), TEXT.getBytes(StandardCharsets.UTF_16LE)), 1)),
                text(
                        "GB18030 cut inside a character",
                        "unreadable",
                        "the bytes are text neither",
                        () -> cut(TEXT.substring(0, TEXT.length() - 1).getBytes(Charset.forName("GB18030")), 1)),
                text("random bytes", "unreadable", "the bytes are text neither", HostileTexts::noise),
                text("English", "not-chinese", "no two Chinese characters", () -> utf8("The report. ".repeat(100))),
                text(
                        "billion laughs in XML",
                        "unsupported-type",
                        "the content is application/xml",
                        () -> utf8(LAUGHS + "<r>&h;</r>")),
                text(
                        "an external entity in XML",
                        "unsupported-type",
                        "the content is application/xml",
                        () -> utf8(
                                "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r>全县&x;</r>")),
                text(
                        "billion laughs in a page",
                        "read",
                        "全县&h;",
                        () -> utf8("<!DOCTYPE html [" + LAUGHS.substring(14, LAUGHS.length() - 2) + "]><p>全县&h;</p>")),
                text(
                        "a page of 30 MB of nested elements",
                        "limit-exceeded",
                        "",
                        () -> utf8("<html><body>" + "<div>".repeat(6_000_000) + TEXT)),
                text(
                        "a page of 3 million paragraphs",
                        "limit-exceeded",
                        "memory",
                        () -> utf8("<html><body>" + "<p>县".repeat(3_000_000))),
                text(
                        "a page of 10,000 nested tables",
                        "read",
                        "全县",
                        () -> utf8("<html><body>" + "<table><tr><td>".repeat(10_000) + TEXT)),
                text(
                        "a page of misnested letters",
                        "read",
                        "全县",
                        () -> utf8("<html><body>" + "<b><i><p></b>".repeat(3_000) + TEXT)),
                text(
                        "a page of 5 MB of text",
                        "too-large",
                        "more than 4194304 bytes of text",
                        () -> utf8("<html><body><p>" + "县".repeat(1_666_667))),
                text(
                        "a page whose comment never ends",
                        "empty",
                        "nothing but white space",
                        () -> utf8("<!-- " + TEXT.repeat(1000))),
                text(
                        "a page with NULs",
                        "unreadable",
                        "the bytes are text neither",
                        () -> utf8("<html><body><p>\0" + TEXT + "\0</p></body></html>")),
                text(
                        "a page of pictures",
                        "no-text",
                        "a web page of pictures",
                        () -> utf8("<html><body><img src=\"1.jpg\"></body></html>")),
                text(
                        "a page saved as MIME",
                        "unsupported-type",
                        "multipart/related",
                        () -> utf8("MIME-Version: 1.0\r\n" + TEXT)),
                text("a PNG", "unsupported-type", "image/png", () -> join(hex("89504e470d0a1a0a"), utf8(TEXT))),
                text("a JPEG", "unsupported-type", "image/jpeg", () -> join(hex("ffd8ffe0"), utf8(TEXT))),
                text("an RTF", "unsupported-type", "application/rtf", () -> utf8("{\\rtf1 " + TEXT + "}")),
                text("a gzip", "unsupported-type", "application/gzip", () -> join(hex("1f8b0800"), utf8(TEXT))));
    }

    private static HostileDocument text(String name, String expected, String detail, Supplier<byte[]> bytes) {
        return new HostileDocument(name, expected, detail, bytes);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static byte[] filled(int length, char with) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    static byte[] cut(byte[] bytes, int fewer) {
        return Arrays.copyOf(bytes, bytes.length - fewer);
    }

    static byte[] part(byte[] bytes, double share) {
        return Arrays.copyOf(bytes, (int) (bytes.length * share));
    }

    static byte[] join(byte[]... pieces) {
        int length = Arrays.stream(pieces).mapToInt(piece -> piece.length).sum();
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, whole, at, piece.length);
            at += piece.length;
        }
        return whole;
    }

    /** The same on every run. */
    static byte[] noise() {
        byte[] bytes = new byte[100_000];
        new java.util.Random(6).nextBytes(bytes);
        bytes[0] = 0x01;
        return bytes;
    }
}
