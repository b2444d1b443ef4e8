package dev.zhibiao.extract.grammar.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A report cut into sections and sentences. */
public final class Document {

    private final PlainText plain;
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private Section current = new Section("", 0, 0, 0, "");

    private Document(PlainText plain) {
        this.plain = plain;
        for (Block block : Blocks.of(plain.text())) {
            if (block.headingLevel() > 0) {
                open(block.text(), block.headingLevel(), block.origins()[0]);
            } else {
                cut(block);
            }
        }
        close(plain.text().length());
    }

    /** Reads a decoded text. */
    public static Document of(String source) {
        return of(PlainText.of(source));
    }

    /** Reads a text whose page rests are blanked. */
    public static Document of(PlainText plain) {
        return new Document(plain);
    }

    public List<Sentence> sentences() {
        return sentences;
    }

    /** The sections in their order, the one before the first heading included where it says anything. */
    public List<Section> sections() {
        return sections;
    }

    private void open(String heading, int level, int start) {
        close(start);
        String chapter = level == 1 ? heading : current.chapter();
        current = new Section(heading, level, start, start, chapter);
    }

    private void close(int end) {
        if (current.level() > 0 || sentences.stream().anyMatch(s -> s.section().level() == 0)) {
            sections.add(new Section(current.heading(), current.level(), current.start(), end, current.chapter()));
        }
    }

    private void cut(Block block) {
        String text = block.text();
        int start = 0;
        boolean opens = true;
        while (start < text.length()) {
            int end = end(text, start);
            int heading = headingEnd(text, start, end);
            if (heading > start) {
                String line = text.substring(start, heading);
                open(line, Headings.level(line, true), block.origins()[start]);
                start = heading;
                opens = true;
                continue;
            }
            int[] origins = Arrays.copyOfRange(block.origins(), start, end);
            sentences.add(new Sentence(text.substring(start, end), origins, plain, current, opens));
            opens = false;
            start = end;
        }
    }

    private static boolean isEnd(char c) {
        return c == '。' || c == '！' || c == '？';
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && !isEnd(text.charAt(end))) {
            if (Overlong.endsBefore(text, start, end)) {
                return end;
            }
            end++;
        }
        while (end < text.length() && (isEnd(text.charAt(end)) || "”’）".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    /** Newspapers print headings into the running text; there a blank parts them from what follows. */
    private static int headingEnd(String text, int start, int end) {
        int from = text.charAt(start) == ' ' ? start + 1 : start;
        int blank = from + 1;
        while (blank < end && text.charAt(blank) != ' ') {
            blank++;
        }
        boolean parted = blank < end && Headings.enumerated(text.substring(from, blank));
        return parted ? blank + 1 : Math.max(start, Headings.glued(text, from, end));
    }
}
