package dev.zhibiao.extract.grammar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts the source into headings and paragraphs and joins what page ends and scans have torn apart. */
final class Blocks {

    /** A rule between pages or a page number: 12, — 12 —, －１２－, ·3·, 第 3 页 共 20 页, 3/20. */
    static final Pattern PAGE = Pattern.compile(
            "^([-*_—=]{3,}|[|｜]|[-—－–―·•\\[【]*\\s*[0-9０-９]{1,3}\\s*[-—－–―·•\\]】]*|第\\s*[0-9０-９]+\\s*页.{0,12}|[Pp]\\.?\\s*\\d{1,3}|\\d{1,3}\\s*/\\s*\\d{1,3})$");

    private static final String ENDS = "。！？；：…!?;:";
    private static final int SHORT = 18;

    private final String source;
    private final List<Block> blocks = new ArrayList<>();
    private Folding open;
    private boolean torn;
    /** Whether the last line, however short, stops in the midst of clauses: a page's end may follow it. */
    private boolean paused;

    private Blocks(String source) {
        this.source = source;
        this.open = new Folding(source);
    }

    static List<Block> of(String source) {
        Blocks blocks = new Blocks(source);
        int start = 0;
        while (start < source.length()) {
            int end = source.indexOf('\n', start);
            end = end < 0 ? source.length() : end;
            blocks.line(start, end);
            start = end + 1;
        }
        blocks.close(0);
        return blocks.blocks;
    }

    private void line(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Folding.isBlank(source.charAt(start))) {
            start++;
        }
        while (end > start && Folding.isBlank(source.charAt(end - 1))) {
            end--;
        }
        String line = source.substring(start, end);
        if (line.isEmpty()) {
            return;
        }
        if (PAGE.matcher(line).matches()) {
            torn |= paused;
            return;
        }
        boolean marked = line.startsWith("#") || line.startsWith("**") && line.endsWith("**");
        Folding alone = new Folding(source);
        int level = 0;
        // Most lines have a full stop, as no heading has, and need not be folded alone.
        // 第⏎一、第二产业: the line before goes on.
        if (line.indexOf('。') < 0 && !(torn && open.endsWith('第'))) {
            alone.add(start, end);
            level = Headings.level(alone.block(0).text(), marked);
        }
        if (level > 0) {
            close(0);
            open = alone;
            close(level);
            return;
        }
        if (!torn) {
            close(0);
        }
        open.add(start, end);
        torn = isTorn(line);
        paused = !isEnded(line) && line.indexOf('，') >= 0;
    }

    private static boolean isTorn(String line) {
        // A short line is a heading or a name, unless a sentence ended in it and the next began.
        boolean prose = line.indexOf('。') >= 0 || line.indexOf('；') >= 0;
        return !isEnded(line) && (line.length() >= SHORT || prose);
    }

    private static boolean isEnded(String line) {
        return ENDS.indexOf(line.charAt(line.length() - 1)) >= 0 || line.endsWith("。”") || line.endsWith("**");
    }

    private void close(int headingLevel) {
        Block block = open.block(headingLevel);
        if (!block.text().isEmpty()) {
            blocks.add(block);
        }
        open = new Folding(source);
        torn = false;
        paused = false;
    }
}
