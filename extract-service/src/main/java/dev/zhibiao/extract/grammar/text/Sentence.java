package dev.zhibiao.extract.grammar.text;

import java.util.BitSet;

/**
 * One sentence, folded: full-width digits and ASCII punctuation made one kind, spaces and line breaks gone. Every folded
 * character knows where it stands in the source.
 */
public final class Sentence {

    private static final String OPENING = "“‘《「『\"";
    private static final String CLOSING = "”’》」』\"";

    private static final int LONGEST_NAME = 24;

    private final String text;
    private final int[] origins;
    private final PlainText plain;
    private final Section section;
    private final boolean opensParagraph;
    private final BitSet quoted = new BitSet();

    Sentence(String text, int[] origins, PlainText plain, Section section, boolean opensParagraph) {
        this.text = text;
        this.origins = origins;
        this.plain = plain;
        this.section = section;
        this.opensParagraph = opensParagraph;
        markQuotes();
    }

    /** A sentence standing alone, as rules are tried on. */
    public static Sentence alone(String source) {
        return Document.of(source).sentences().get(0);
    }

    /** The folded text. */
    public String text() {
        return text;
    }

    /** The section the sentence stands in. */
    public Section section() {
        return section;
    }

    /** Whether a paragraph begins with this sentence. */
    public boolean opensParagraph() {
        return opensParagraph;
    }

    /** Whether the folded character stands inside quotation marks or a book title. */
    public boolean quoted(int index) {
        return quoted.get(index);
    }

    /** Where a piece of the folded text stands in the source. */
    public Span source(int start, int end) {
        return new Span(plain.start(origins[start]), origins[end - 1] + 1);
    }

    /** Where the whole sentence stands in the source. */
    public Span span() {
        return source(0, text.length());
    }

    private void markQuotes() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Nearly all are Chinese characters, which stand behind every mark that opens.
            int kind = c >= '\u4E00' ? -1 : OPENING.indexOf(c);
            if (kind < 0) {
                continue;
            }
            int close = text.indexOf(CLOSING.charAt(kind), i + 1);
            // A whole clause in quotation marks still reports.
            boolean name = OPENING.charAt(kind) != '“' || close - i < LONGEST_NAME;
            if (close > i && name) {
                quoted.set(i + 1, close);
                i = close;
            }
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
