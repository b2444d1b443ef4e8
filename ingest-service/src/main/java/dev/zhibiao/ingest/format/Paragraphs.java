package dev.zhibiao.ingest.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Joins lines to the paragraphs that the layout shows. A line goes on with the next where it reaches the right margin and
 * the next begins at the left one, in the same size and at the usual distance.
 */
final class Paragraphs {

    /** In letter heights: a comma that may not begin a line leaves so much behind. */
    private static final float RAGGED = 1.6f;
    /** In letter heights: less is no indent. */
    private static final float INDENT = 0.8f;
    /** Of the usual distance of two lines. */
    private static final float USUAL = 1.5f;
    /** In letter heights: so far apart they are never one paragraph's, however few lines there are to compare with. */
    private static final float FAR = 2.6f;
    /** Of the larger of two sizes. */
    private static final float SAME_SIZE = 0.1f;
    /** Of a report's lines, where it indents at all. */
    private static final float INDENTED = 0.04f;

    private static final String SENTENCE_ENDS = "。！？；：”";
    private static final Pattern ENUMERATED =
            Pattern.compile("^(第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]).*");

    private final List<PdfPage> pages;
    private final Map<String, Margins> margins = new HashMap<>();
    private final float distance;
    private final boolean indents;

    Paragraphs(List<PdfPage> pages) {
        this.pages = pages;
        Map<String, List<PdfLine>> alike = new HashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            alike.computeIfAbsent(side(i), side -> new ArrayList<>())
                    .addAll(pages.get(i).lines());
        }
        alike.forEach((side, lines) -> margins.put(side, Margins.of(lines)));
        this.distance = usualDistance();
        this.indents = indents();
    }

    void writeTo(Lines text) {
        for (int i = 0; i < pages.size(); i++) {
            if (i > 0) {
                text.endPage();
            }
            List<PdfLine> lines = pages.get(i).lines();
            for (int n = 0; n < lines.size(); n++) {
                PdfLine line = lines.get(n);
                text.append(line.text());
                PdfLine next = n + 1 < lines.size() ? lines.get(n + 1) : null;
                if (next == null || !goesOn(line, next, margins(i))) {
                    text.breakLine();
                } else if (isLetter(line.text().charAt(line.text().length() - 1))
                        && isLetter(next.text().charAt(0))) {
                    text.append(" ");
                }
            }
        }
    }

    private boolean goesOn(PdfLine line, PdfLine next, Margins margins) {
        float size = Math.max(line.size(), next.size());
        float down = next.y() - line.y();
        boolean ended = SENTENCE_ENDS.indexOf(line.text().charAt(line.text().length() - 1)) >= 0;
        return !line.isRow()
                && !next.isRow()
                && Math.abs(line.size() - next.size()) <= SAME_SIZE * size
                && down > 0
                && down <= Math.min(USUAL * distance, FAR * size)
                && line.right() >= margins.right() - RAGGED * size
                && next.left() <= margins.left() + INDENT * size
                && !(ended && (!indents || ENUMERATED.matcher(next.text()).matches()));
    }

    private static boolean isLetter(char c) {
        return c < 0x250 && Character.isLetter(c);
    }

    /** Left and right pages may have margins of their own. */
    private String side(int page) {
        return page % 2 + " " + Math.round(pages.get(page).width());
    }

    private Margins margins(int page) {
        return margins.getOrDefault(side(page), new Margins(0, 0));
    }

    private float usualDistance() {
        List<Float> distances = new ArrayList<>();
        for (PdfPage page : pages) {
            for (int n = 1; n < page.lines().size(); n++) {
                float down = page.lines().get(n).y() - page.lines().get(n - 1).y();
                if (down > 0) {
                    distances.add(down);
                }
            }
        }
        Collections.sort(distances);
        return distances.isEmpty() ? 0 : distances.get(distances.size() / 2);
    }

    private boolean indents() {
        int indented = 0;
        int all = 0;
        for (int i = 0; i < pages.size(); i++) {
            for (PdfLine line : pages.get(i).lines()) {
                float in = (line.left() - margins(i).left()) / line.size();
                all++;
                indented += in > INDENT && in < 3 ? 1 : 0;
            }
        }
        return indented > INDENTED * all;
    }

    /**
     * Where the text of alike pages begins and ends.
     *
     * @param left in points
     * @param right in points
     */
    private record Margins(float left, float right) {

        /** In letter heights: so near, two lines begin or end at the same place. */
        private static final float NEAR = 0.7f;

        private static final int ONE_LINE_IN = 30;

        static Margins of(List<PdfLine> lines) {
            List<PdfLine> text = lines.stream().filter(line -> !line.isRow()).toList();
            int shared = Math.max(2, text.size() / ONE_LINE_IN);
            List<Float> lefts = text.stream().map(PdfLine::left).sorted().toList();
            List<Float> rights =
                    text.stream().map(line -> -line.right()).sorted().toList();
            float near = NEAR * (text.isEmpty() ? 0 : text.get(text.size() / 2).size());
            return new Margins(first(lefts, shared, near), -first(rights, shared, near));
        }

        /** The first place where so many stand near each other. */
        private static float first(List<Float> sorted, int shared, float near) {
            for (int i = 0; i + shared <= sorted.size(); i++) {
                if (sorted.get(i + shared - 1) - sorted.get(i) <= near) {
                    return sorted.get(i);
                }
            }
            return sorted.isEmpty() ? 0 : sorted.get(0);
        }
    }
}
