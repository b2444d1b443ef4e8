package dev.zhibiao.ingest.format;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The article of a web page, without what stands on every page of the site.
 *
 * <p>Government sites are built with a few content systems, each of which puts the article into a container of its own
 * name. Where none of them is there, or it holds but a part, the article is the smallest element that holds nearly all
 * Chinese characters outside links.
 *
 * @param title what the page says above its article; empty where the article says it itself
 * @param body the element that holds the article
 */
record Article(String title, Element body) {

    /** TRS WCM, UCAP, the gov.cn template, and the names that smaller systems use. */
    private static final String CONTAINERS = "#UCAP-CONTENT, .pages_content, .TRS_Editor, .TRS_UEDITOR, #zoom, .zoom, "
            + "#zoomcon, .article-content, .article_content, .articleContent, .article-con, .art_con, .news_content, "
            + ".content_text, .TRS_PreAppend, .view, #vsb_content, .v_news_content, .bt_content, .wzcon, .xxgk_content";

    /** Neither text nor a place for it. */
    private static final String NO_TEXT = "script, style, noscript, template, iframe, object, embed, select, button, "
            + "textarea, input, svg, video, audio";

    private static final double MOST = 0.75;
    private static final double ENOUGH = 0.5;
    private static final int TITLE_IN_FIRST = 200;

    static Article of(Document page) {
        page.select(NO_TEXT).remove();
        String title = PageTitle.of(page);
        Element body = page.body();
        SiteFurniture.removeFrom(body);
        Map<Element, Integer> prose = prose(body);
        Element article = container(body, prose);
        String start = squeezed(article.text());
        start = start.substring(0, Math.min(TITLE_IN_FIRST, start.length()));
        return new Article(start.contains(squeezed(title)) ? "" : title, article);
    }

    /** The text without any white space. */
    static String squeezed(String text) {
        return text.replaceAll("[\\s\\u3000\\u00A0]+", "");
    }

    private static Element container(Element body, Map<Element, Integer> prose) {
        int all = prose.getOrDefault(body, 0);
        Element best = body;
        int most = 0;
        for (Element known : body.select(CONTAINERS)) {
            int holds = prose.getOrDefault(known, 0);
            // The innermost of those that hold the same.
            if (holds >= most) {
                best = known;
                most = holds;
            }
        }
        return most > 0 && most >= ENOUGH * all ? best : densest(body, prose);
    }

    private static Element densest(Element body, Map<Element, Integer> prose) {
        int all = prose.getOrDefault(body, 0);
        Element at = body;
        while (true) {
            Element next = null;
            for (Element child : at.children()) {
                if (all > 0 && prose.getOrDefault(child, 0) >= MOST * all && child.isBlock()) {
                    next = child;
                }
            }
            if (next == null) {
                return at;
            }
            at = next;
        }
    }

    /** For each element the Chinese characters in it that stand in no link. */
    private static Map<Element, Integer> prose(Element body) {
        Map<Element, Integer> prose = new IdentityHashMap<>();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    private int links;

                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof Element element && element.nameIs("a")) {
                            links++;
                        } else if (node instanceof TextNode words
                                && links == 0
                                && !SiteFurniture.isLine(words.getWholeText())) {
                            add(node.parent(), han(words.getWholeText()));
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element) {
                            links -= element.nameIs("a") ? 1 : 0;
                            if (element != body) {
                                add(element.parent(), prose.getOrDefault(element, 0));
                            }
                        }
                    }

                    private void add(@org.jspecify.annotations.Nullable Node to, int count) {
                        if (to instanceof Element element && count > 0) {
                            prose.merge(element, count, Integer::sum);
                        }
                    }
                },
                body);
        return prose;
    }

    static int han(String text) {
        return (int) text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
    }

    /** The known containers in an element: what holds one is no furniture. */
    static List<Element> containersIn(Element element) {
        return element.select(CONTAINERS);
    }
}
