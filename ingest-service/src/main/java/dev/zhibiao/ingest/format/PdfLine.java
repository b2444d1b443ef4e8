package dev.zhibiao.ingest.format;

import org.apache.pdfbox.text.TextPosition;

/** Letters on one base line; all places in points from the upper left corner of the page as it is read. */
final class PdfLine {

    /** In letter heights: apart so far, two letters are two words where the writing has such. */
    private static final float WORD_GAP = 0.2f;
    /** In letter heights: more than justification puts between two Chinese characters. */
    private static final float BLANK_GAP = 0.6f;
    /** In letter heights: apart so far, two words are two cells of a table. */
    private static final float CELL_GAP = 1.5f;
    /** In letter heights: letters of one line may stand so much higher or lower. */
    private static final float SAME_LINE = 0.5f;

    private final StringBuilder text = new StringBuilder();
    private final float direction;
    private final float y;
    private float left;
    private float right;
    private float end;
    private float size;
    private boolean row;

    PdfLine(TextPosition first) {
        this.direction = first.getDir();
        this.y = first.getYDirAdj();
        this.end = first.getXDirAdj();
        this.left = end;
        this.right = end;
    }

    /** Whether the letter goes on with the line. */
    boolean takes(TextPosition letter) {
        float height = Math.max(size, sizeOf(letter));
        return letter.getDir() == direction
                && Math.abs(letter.getYDirAdj() - y) < SAME_LINE * height
                && letter.getXDirAdj() > end - SAME_LINE * height;
    }

    void add(TextPosition letter) {
        String said = letter.getUnicode();
        if (said == null || said.isBlank()) {
            end = Math.max(end, letter.getXDirAdj() + letter.getWidthDirAdj());
            if (!text.isEmpty()) {
                text.append(' ');
            }
            return;
        }
        float from = letter.getXDirAdj();
        float height = sizeOf(letter);
        if (text.isEmpty()) {
            left = from;
        } else {
            part(from - right, height, said.charAt(0));
        }
        text.append(said);
        end = from + letter.getWidthDirAdj();
        right = end;
        size = Math.max(size, height);
    }

    private void part(float gap, float height, char next) {
        char before = text.charAt(text.length() - 1);
        boolean words = before < 0x250 && next < 0x250 && gap > WORD_GAP * height;
        if (words || gap > BLANK_GAP * height) {
            text.append(' ');
        }
        row |= gap > CELL_GAP * height;
    }

    private static float sizeOf(TextPosition letter) {
        float size = letter.getFontSizeInPt();
        return size > 0 ? size : Math.max(1, letter.getHeightDir());
    }

    String text() {
        return text.toString().strip();
    }

    float left() {
        return left;
    }

    float right() {
        return right;
    }

    float y() {
        return y;
    }

    /** Height of its largest letter. */
    float size() {
        return size;
    }

    /** Whether gaps in it say that it is a row of a table. */
    boolean isRow() {
        return row;
    }
}
