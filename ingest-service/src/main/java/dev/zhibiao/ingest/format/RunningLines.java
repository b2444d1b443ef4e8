package dev.zhibiao.ingest.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Headers, footers and page numbers: what stands at the edge of many pages, or is a number there. */
final class RunningLines {

    /** Shares of the page's height. */
    private static final float TOP = 0.13f;

    private static final float BOTTOM = 0.87f;
    /** Lines from the edge. */
    private static final int DEEPEST = 2;
    /** A header for left pages and one for right pages, and a few pages without. */
    private static final int ONE_PAGE_IN = 4;

    private static final Pattern PAGE_NUMBER = Pattern.compile("[-—–－·•~\\s]*\\d{1,4}[-—–－·•~\\s]*"
            + "|第?\\s*\\d{1,4}\\s*[页頁].{0,12}|[Pp]age\\s*\\d+.{0,10}|\\d{1,4}\\s*[/／]\\s*\\d{1,4}");

    private RunningLines() {}

    static void removeFrom(List<PdfPage> pages) {
        Map<String, Set<PdfPage>> seenOn = new HashMap<>();
        for (PdfPage page : pages) {
            for (PdfLine line : edges(page)) {
                seenOn.computeIfAbsent(key(page, line), key -> new HashSet<>()).add(page);
            }
        }
        int often = Math.max(2, (pages.size() + ONE_PAGE_IN - 1) / ONE_PAGE_IN);
        for (PdfPage page : pages) {
            List<PdfLine> running = edges(page).stream()
                    .filter(line -> PAGE_NUMBER.matcher(line.text()).matches()
                            || seenOn.getOrDefault(key(page, line), Set.of()).size() >= often)
                    .toList();
            page.lines().removeAll(running);
        }
    }

    private static List<PdfLine> edges(PdfPage page) {
        List<PdfLine> fromTop = page.lines().stream()
                .sorted(Comparator.comparingDouble(PdfLine::y))
                .toList();
        List<PdfLine> edges = new ArrayList<>();
        int last = fromTop.size() - 1;
        for (int i = 0; i <= last; i++) {
            PdfLine line = fromTop.get(i);
            boolean top = i < DEEPEST && line.y() < TOP * page.height();
            boolean bottom = last - i < DEEPEST && line.y() > BOTTOM * page.height();
            if (top || bottom) {
                edges.add(line);
            }
        }
        return edges;
    }

    private static String key(PdfPage page, PdfLine line) {
        String place = line.y() < page.height() / 2 ? "top " : "bottom ";
        return place + line.text().replaceAll("\\s+", "").replaceAll("\\d+", "#");
    }
}
