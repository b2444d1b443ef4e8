package dev.zhibiao.ingest.document;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** The text of a web page as a reader sees it: one line a block, cells of a table row in one line. */
final class HtmlText {

    private static final int HEAD_BYTES = 2048;
    private static final Pattern MARKUP = Pattern.compile(
            "(?is)^\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head|body|div|meta|p)[\\s>/]");
    private static final Pattern META = Pattern.compile("(?i)<meta[^>]+charset\\s*=\\s*[\"']?\\s*([\\w-]+)");
    private static final String FURNITURE =
            "script, style, noscript, template, nav, header, footer, aside, form, iframe, "
                    + "button, select, [hidden], [aria-hidden=true]";
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n\\f]+");

    private HtmlText() {}

    /** Whether the bytes begin as a web page does. */
    static boolean isHtml(byte[] bytes) {
        return MARKUP.matcher(head(bytes).replace("\u00EF\u00BB\u00BF", "").replace("\0", ""))
                .find();
    }

    /** The encoding that the page itself names. */
    static @Nullable Charset declaredCharset(byte[] bytes) {
        Matcher meta = META.matcher(head(bytes));
        if (!meta.find()) {
            return null;
        }
        try {
            return Charset.forName(meta.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static String head(byte[] bytes) {
        return new String(bytes, 0, Math.min(HEAD_BYTES, bytes.length), StandardCharsets.ISO_8859_1);
    }

    static String of(String html) {
        Document page = Jsoup.parse(html);
        page.select(FURNITURE).remove();
        Lines lines = new Lines();
        NodeTraversor.traverse(lines, page.body());
        return lines.text();
    }

    private static final class Lines implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                append(SPACES.matcher(words.getWholeText()).replaceAll(" "));
            } else if (node instanceof Element element) {
                String name = element.tagName().toLowerCase(Locale.ROOT);
                if (name.equals("br") || element.isBlock() && !CELLS.contains(name)) {
                    breakLine();
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                String name = element.tagName().toLowerCase(Locale.ROOT);
                if (CELLS.contains(name)) {
                    append(" ");
                } else if (element.isBlock()) {
                    breakLine();
                }
            }
        }

        private void append(String words) {
            boolean atStart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
            text.append(atStart ? words.stripLeading() : words);
        }

        private void breakLine() {
            while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
                text.setLength(text.length() - 1);
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }

        String text() {
            return text.toString().strip();
        }
    }
}
