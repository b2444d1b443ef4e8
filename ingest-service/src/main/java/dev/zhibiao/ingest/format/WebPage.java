package dev.zhibiao.ingest.format;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.DecodedDocument;
import dev.zhibiao.ingest.document.RefusedException;
import dev.zhibiao.ingest.document.TextDecoding;
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
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** A web page's article as a reader sees it: one line a block, cells of a table row in one line. */
final class WebPage {

    private static final int HEAD_BYTES = 4096;
    private static final Pattern META = Pattern.compile("(?i)<meta[^>]{1,200}?charset\\s*=\\s*[\"']?\\s*([\\w-]+)");
    private static final Set<String> CELLS = Set.of("td", "th");

    private WebPage() {}

    static DecodedDocument read(byte[] bytes, int textBytes) {
        Charset declared = declaredCharset(bytes);
        TextDecoding.Decoded page =
                declared == null ? TextDecoding.decode(bytes) : TextDecoding.decode(bytes, declared);
        Document parsed = Jsoup.parse(page.text());
        Article article = Article.of(parsed);
        Lines lines = new Lines(textBytes);
        if (!article.title().isEmpty()) {
            lines.append(article.title());
            lines.breakLine();
        }
        NodeTraversor.filter(new Blocks(lines), article.body());
        String text = lines.text();
        if (text.isEmpty() && !article.body().select("img").isEmpty()) {
            throw new RefusedException(Problem.NO_TEXT, "a web page of pictures");
        }
        return new DecodedDocument(text, "text/html", page.charset().name());
    }

    /** The encoding that the page itself names. */
    private static @Nullable Charset declaredCharset(byte[] bytes) {
        Matcher meta =
                META.matcher(new String(bytes, 0, Math.min(HEAD_BYTES, bytes.length), StandardCharsets.ISO_8859_1));
        if (!meta.find()) {
            return null;
        }
        try {
            return Charset.forName(meta.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private record Blocks(Lines lines) implements NodeFilter {

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                lines.append(words.getWholeText());
            } else if (node instanceof Element element) {
                if (SiteFurniture.isIn(element)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (isCell(element)) {
                    lines.openCell();
                } else if (element.nameIs("br") || element.isBlock()) {
                    lines.breakLine();
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (isCell(element)) {
                    lines.closeCell();
                } else if (element.isBlock()) {
                    lines.breakLine();
                }
            }
            return FilterResult.CONTINUE;
        }

        private static boolean isCell(Element element) {
            return CELLS.contains(element.tagName().toLowerCase(Locale.ROOT));
        }
    }
}
