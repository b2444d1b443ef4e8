package dev.zhibiao.ingest.format;

import dev.zhibiao.ingest.furniture.FurnitureLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What stands around an article: navigation, sharing, font sizes, neighbours, the site's owner. */
final class SiteFurniture {

    private static final Set<String> ELEMENTS = Set.of("nav", "footer", "aside", "header");

    /** Words that names of classes and ids consist of, in the spellings of several systems. */
    private static final Pattern NAMES =
            Pattern.compile("(?i)(^|[\\s_-])(nav|navbar|navigation|menu|submenu|crumb|crumbs|"
                    + "breadcrumb|position|weizhi|dqwz|location|share|bdsharebuttonbox|bdshare|fenxiang|print|dayin|fontsize|"
                    + "font-size|zihao|toolbar|tools|foot|footer|bottom|copyright|header|topbar|sidebar|related|relate|xgyd|"
                    + "xglj|xgwz|recommend|prevnext|pagination|qrcode|ewm|erweima|search|login|friendlink|links|yqlj|counter)"
                    + "(box|bar|list|wrap|con|area)?\\d*($|[\\s_-])");

    private static final FurnitureLines LINES = FurnitureLines.load();

    /** Longer ones are prose and not worth a closer look. */
    private static final int LONGEST_LINE = 90;

    private static final double MOST_IN_LINKS = 0.6;
    private static final double SMALL = 0.25;

    private SiteFurniture() {}

    /** Removes what is furniture by its name and holds but little, and what is not shown. */
    static void removeFrom(Element body) {
        int all = body.text().length();
        List<Element> furniture = new ArrayList<>();
        for (Element element : body.getAllElements()) {
            if (element != body && (isNamedSo(element) || isHidden(element))) {
                furniture.add(element);
            }
        }
        for (Element element : furniture) {
            if (element.text().length() < SMALL * all
                    && Article.containersIn(element).isEmpty()) {
                element.remove();
            }
        }
    }

    /** Whether the element, found inside an article, is none of it. */
    static boolean isIn(Element element) {
        // Only whole lines: a word inside a sentence may well be one of these.
        return element.isBlock() && (isLinkList(element) || isLine(element));
    }

    private static boolean isLine(Element element) {
        if (element.childrenSize() > 30) {
            return false;
        }
        return isLine(element.text());
    }

    /** Whether the text alone on a line is none of an article. */
    static boolean isLine(String text) {
        return text.length() <= LONGEST_LINE && LINES.isAroundArticles(FurnitureLines.dense(text));
    }

    private static boolean isLinkList(Element element) {
        List<Element> links = element.select("a[href]");
        if (links.size() < 2) {
            return false;
        }
        int linked = links.stream().mapToInt(link -> link.text().length()).sum();
        return linked > MOST_IN_LINKS * element.text().length();
    }

    private static boolean isNamedSo(Element element) {
        return ELEMENTS.contains(element.tagName().toLowerCase(Locale.ROOT))
                || NAMES.matcher(element.className()).find()
                || NAMES.matcher(element.id()).find();
    }

    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || element.attr("style")
                        .replace(" ", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("display:none");
    }
}
