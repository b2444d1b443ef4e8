package dev.zhibiao.ingest.format;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The title that a page shows above its article. */
final class PageTitle {

    private static final String HEADINGS =
            "h1, h2, .title, #title, .article-title, .article_title, .arti_title, .xl_title, .wztit, .bt_title";
    private static final int LONGEST = 100;
    private static final int SHORTEST = 4;

    private PageTitle() {}

    /**
     * The title, empty where there is none. Government pages state it in a meta element (ArticleTitle); else it is the
     * heading that the window's title repeats, else what the window's title begins with.
     */
    static String of(Document page) {
        Element meta = page.selectFirst("meta[name=ArticleTitle]");
        if (meta != null && isTitle(meta.attr("content"))) {
            return meta.attr("content").strip();
        }
        String window = page.title();
        List<String> headings = page.select(HEADINGS).stream()
                .map(Element::text)
                .filter(PageTitle::isTitle)
                .toList();
        for (String heading : headings) {
            if (Article.squeezed(window).contains(Article.squeezed(heading))) {
                return heading;
            }
        }
        if (!headings.isEmpty() && page.select("h1").size() == 1) {
            return headings.get(0);
        }
        String first = window.split("[-_—|]", 2)[0].strip();
        return isTitle(first) && first.contains("报告") ? first : "";
    }

    private static boolean isTitle(String text) {
        return text.length() <= LONGEST && Article.han(text) >= SHORTEST;
    }
}
