package dev.zhibiao.ingest.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a web page, other XML and MIME from plain text by what a document begins with. */
final class Markup {

    /** Bytes looked at; pages begin with comments and declarations of this length at the most. */
    private static final int HEAD_BYTES = 8192;

    private static final Set<String> HTML = Set.of(
            "html",
            "head",
            "body",
            "title",
            "meta",
            "link",
            "base",
            "script",
            "style",
            "noscript",
            "div",
            "p",
            "span",
            "table",
            "h1",
            "h2",
            "h3",
            "center",
            "font",
            "article",
            "section",
            "ul",
            "ol",
            "br",
            "img",
            "a",
            "b",
            "strong",
            "form",
            "pre");

    private final String head;
    private int at;

    private Markup(String head) {
        this.head = head;
    }

    /** What the document begins as; {@code null} where it is no markup. */
    static @Nullable Signature of(byte[] document) {
        String head = new String(document, 0, Math.min(HEAD_BYTES, document.length), StandardCharsets.ISO_8859_1);
        String letters = head.replace("\0", "").replaceFirst("^(\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "");
        return new Markup(letters.toLowerCase(Locale.ROOT)).first();
    }

    private @Nullable Signature first() {
        boolean xml = false;
        while (true) {
            skipBlanks();
            if (head.startsWith("<!--", at)) {
                skipPast("-->");
                if (at == head.length()) {
                    return xml ? Signature.XML : Signature.HTML;
                }
            } else if (head.startsWith("<?", at)) {
                xml |= head.startsWith("<?xml", at);
                skipPast("?>");
            } else {
                break;
            }
        }
        if (head.startsWith("<!doctype html", at) || HTML.contains(tag())) {
            return Signature.HTML;
        }
        if (xml || head.startsWith("<!doctype", at)) {
            return Signature.XML;
        }
        return head.startsWith("mime-version:") || head.startsWith("from: <saved by") ? Signature.MIME : null;
    }

    private void skipBlanks() {
        while (at < head.length() && Character.isWhitespace(head.charAt(at))) {
            at++;
        }
    }

    private void skipPast(String end) {
        int found = head.indexOf(end, at);
        at = found < 0 ? head.length() : found + end.length();
    }

    /** The name of the element that begins here, empty where none does. */
    private String tag() {
        if (at >= head.length() || head.charAt(at) != '<') {
            return "";
        }
        int end = at + 1;
        while (end < head.length() && Character.isLetterOrDigit(head.charAt(end))) {
            end++;
        }
        boolean ended = end < head.length() && " \t\r\n/>".indexOf(head.charAt(end)) >= 0;
        return ended ? head.substring(at + 1, end) : "";
    }
}
