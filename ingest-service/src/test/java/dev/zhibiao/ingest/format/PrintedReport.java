package dev.zhibiao.ingest.format;

import java.util.ArrayList;
import java.util.List;

/**
 * A report as offices print it: 22 lines of 28 letters on a page, paragraphs indented by two, a line break wherever a
 * line is full, the title at the head of every page and its number at the foot.
 */
public final class PrintedReport {

    private static final int LETTERS = 28;
    private static final int LINES = 22;
    private static final int LEFT = 85;
    private static final int SIZE = 15;
    private static final int DISTANCE = 28;
    private static final int HEAD = 60;
    private static final int FIRST = 120;
    private static final int FOOT = 790;
    private static final String INDENT = "\u3000\u3000";

    private PrintedReport() {}

    /** Its paragraphs are the lines of the text that are not blank; the first is the title. */
    public static PdfBuilder of(String text) {
        List<String> paragraphs =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            wrap((i == 0 ? "" : INDENT) + paragraphs.get(i), lines);
        }
        PdfBuilder pdf = new PdfBuilder();
        for (int from = 0; from < lines.size(); from += LINES) {
            pdf.line(LEFT, HEAD, 10, paragraphs.get(0));
            for (int i = from; i < Math.min(from + LINES, lines.size()); i++) {
                String line = lines.get(i);
                int in = line.startsWith(INDENT) ? INDENT.length() : 0;
                pdf.line(LEFT + in * SIZE, FIRST + (i - from) * DISTANCE, SIZE, line.substring(in));
            }
            pdf.line(PdfBuilder.WIDTH / 2, FOOT, 10, "- " + (from / LINES + 1) + " -")
                    .page();
        }
        return pdf;
    }

    private static void wrap(String paragraph, List<String> lines) {
        int start = 0;
        double width = 0;
        for (int i = 0; i < paragraph.length(); i++) {
            double letter = paragraph.charAt(i) < 0x80 ? 0.5 : 1;
            if (width + letter > LETTERS) {
                lines.add(paragraph.substring(start, i));
                start = i;
                width = 0;
            }
            width += letter;
        }
        lines.add(paragraph.substring(start));
    }
}
