package dev.zhibiao.ingest.format;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a text together in lines: blanks run together, none at the ends of a line, no empty lines, no characters that
 * cannot be seen. The same report comes out the same from a web page, a PDF and a Word file as far as they say the same.
 */
final class Lines {

    /** Where a page ends, alone on a line. */
    static final String PAGE_END = "\f";

    /** A cell longer than this lays out the page and is no cell of a table; its lines stay lines. */
    private static final int LONGEST_CELL = 200;

    private final int textBytes;
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> breaksInCell = new ArrayList<>();
    private int cells;
    private int cellStart;
    private boolean blank;
    private int bytes;

    /**
     * An empty text.
     *
     * @param textBytes its largest size in bytes of UTF-8
     */
    Lines(int textBytes) {
        this.textBytes = textBytes;
    }

    /** Adds to the line. */
    void append(CharSequence words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (isBlank(c)) {
                blank = true;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < words.length()
                    && Character.isLowSurrogate(words.charAt(i + 1))) {
                put(c);
                put(words.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                put('\uFFFD');
            } else if (!isInvisible(c)) {
                put(c);
            }
        }
    }

    /** Ends the line; in a cell of a table only where it turns out to be none. */
    void breakLine() {
        if (cells == 0) {
            endLine();
        } else if (text.length() > cellStart && !blankIsBreak()) {
            blank = true;
            breaksInCell.add(text.length());
        }
    }

    void openCell() {
        if (cells++ == 0) {
            blank = true;
            cellStart = text.length();
            breaksInCell.clear();
            // Parts it from the cell before where this one is long.
            breaksInCell.add(cellStart);
        } else {
            blank = true;
        }
    }

    void closeCell() {
        if (--cells == 0 && text.length() - cellStart > LONGEST_CELL) {
            for (int at : breaksInCell) {
                if (at > 0 && at < text.length() && text.charAt(at) == ' ') {
                    text.setCharAt(at, '\n');
                }
            }
            endLine();
        }
        blank = true;
    }

    /** Ends the page; a cell of a table stays on one. */
    void endPage() {
        if (cells > 0) {
            return;
        }
        endLine();
        if (!text.isEmpty()) {
            text.append(PAGE_END).append('\n');
            count(PAGE_END.length() + 1);
        }
    }

    String text() {
        return text.toString().strip();
    }

    private boolean blankIsBreak() {
        return !breaksInCell.isEmpty() && breaksInCell.get(breaksInCell.size() - 1) == text.length();
    }

    private void endLine() {
        blank = false;
        while (!text.isEmpty() && text.charAt(text.length() - 1) == '\u3000') {
            text.setLength(text.length() - 1);
        }
        if (!atLineStart()) {
            text.append('\n');
        }
    }

    private boolean atLineStart() {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }

    private void put(char c) {
        if (c == '\u3000' && (blank || atLineStart())) {
            // An indent, as people type it.
            return;
        }
        if (atLineStart()) {
            // The end of the line before is counted only now: the last one's is cut off.
            count(text.isEmpty() ? 0 : 1);
        } else if (blank) {
            text.append(' ');
            count(1);
        }
        blank = false;
        text.append(c);
        count(c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3);
    }

    private void count(int more) {
        bytes += more;
        if (bytes > textBytes) {
            throw new RefusedException(
                    Problem.TOO_LARGE, "more than " + textBytes + " bytes of text as UTF-8, which are the most");
        }
    }

    private static boolean isBlank(char c) {
        return c != '\u3000' && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static boolean isInvisible(char c) {
        return Character.isISOControl(c)
                || c >= '\u200B' && c <= '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2060' && c <= '\u206F'
                || c == '\uFEFF'
                || c == '\u00AD'
                || c >= '\uFFFE'
                || c >= '\uFDD0' && c <= '\uFDEF';
    }
}
