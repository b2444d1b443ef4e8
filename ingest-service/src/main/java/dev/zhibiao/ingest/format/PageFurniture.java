package dev.zhibiao.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What stands around an article: navigation, sharing, font sizes, neighbours, the site's owner. */
final class PageFurniture {

    private static final Set<String> ELEMENTS = Set.of("nav", "footer", "aside", "header");

    /** Words that names of classes and ids consist of, in the spellings of several systems. */
    private static final Pattern NAMES =
            Pattern.compile("(?i)(^|[\\s_-])(nav|navbar|navigation|menu|submenu|crumb|crumbs|"
                    + "breadcrumb|position|weizhi|dqwz|location|share|bdsharebuttonbox|bdshare|fenxiang|print|dayin|fontsize|"
                    + "font-size|zihao|toolbar|tools|foot|footer|bottom|copyright|header|topbar|sidebar|related|relate|xgyd|"
                    + "xglj|xgwz|recommend|prevnext|pagination|qrcode|ewm|erweima|search|login|friendlink|links|yqlj|counter)"
                    + "(box|bar|list|wrap|con|area)?\\d*($|[\\s_-])");

    /** Whole short lines of which no report has one. */
    private static final Pattern LINE = Pattern.compile("^\\s*("
            + "[【\\[（(]?\\s*(字[体号]|字体大小)\\s*[:：]?.{0,20}"
            + "|[【\\[（(]?\\s*(打印|关闭|收藏|分享|复制|纠错|返回顶部|返回首页|朗读|打印本页|关闭窗口)"
            + "[\\s本窗此页面口|｜/打印关闭收藏分享到微信博朋友圈空间QQ：:】\\]）)]{0,30}"
            + "|(上|下)一(篇|条|页)\\s*[:：]?.{0,60}"
            + "|(您|你)?(现在|当前|所在)?(的)?(所在)?位置\\s*[:：].{0,80}"
            + "|(信息)?来源\\s*[:：].{0,80}|(发布|更新|成文|发文)(时间|日期)\\s*[:：].{0,60}"
            + "|(浏览|点击|阅读|访问)(次数|量|数)\\s*[:：]?\\s*[0-9]*\\s*次?"
            + "|[（(]?(责任)?编辑\\s*[:：].{0,20}|扫一扫.{0,20}|分享到\\s*[:：]?.{0,40}"
            + "|相关(链接|阅读|文章|新闻|稿件|文档|信息|解读|推荐)\\s*[:：]?"
            + "|版权所有.{0,60}|.{0,30}(ICP备|公网安备).{0,40}|(主办|承办|协办)(单位)?\\s*[:：].{0,60}|网站(地图|标识码).{0,40})\\s*$");

    private static final int LONGEST_LINE = 90;
    private static final double MOST_IN_LINKS = 0.6;
    private static final double SMALL = 0.25;

    private PageFurniture() {}

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
        return text.length() <= LONGEST_LINE && LINE.matcher(text).matches();
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
