package dev.zhibiao.extract.grammar.text;

import java.util.BitSet;

/**
 * A text without what a page, a file or a printing press put around it: tags, entities, escapes, site navigation, front
 * matter, page numbers, running headers, tables of contents. It is as long as its source and every character stands at
 * its place, so that an offset in one is an offset in the other; what is gone is blank.
 */
public final class PlainText {

    private final String source;
    private final String text;
    private final BitSet insideEntity;

    private PlainText(String source, String text, BitSet insideEntity) {
        this.source = source;
        this.text = text;
        this.insideEntity = insideEntity;
    }

    /** Reads a decoded text. */
    public static PlainText of(String source) {
        Markup markup = new Markup(source);
        return new PlainText(source, PageRests.blank(markup.text()), markup.insideEntity());
    }

    /** The text, as long as its source. */
    public String text() {
        return text;
    }

    /** The source. */
    public String source() {
        return source;
    }

    /** Where the character at an index begins in the source: an entity stands at the place of its last character. */
    public int start(int index) {
        int start = index;
        while (start > 0 && insideEntity.get(start - 1)) {
            start--;
        }
        return start;
    }
}
