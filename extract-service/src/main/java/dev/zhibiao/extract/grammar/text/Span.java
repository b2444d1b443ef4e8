package dev.zhibiao.extract.grammar.text;

/**
 * A half-open piece of the source text, counted in Java {@code char}s.
 *
 * @param start index of the first character
 * @param end index after the last character, at least {@code start}
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + ".." + end);
        }
    }

    /** The piece itself. */
    public String of(String source) {
        return source.substring(start, end);
    }
}
