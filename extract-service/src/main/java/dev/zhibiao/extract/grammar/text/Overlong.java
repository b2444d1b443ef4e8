package dev.zhibiao.extract.grammar.text;

/**
 * Where a run without any stop is cut. No sentence of a report is as long, but a text that has lost its punctuation, or
 * is none, may be one line of a megabyte; the grammar looks back and ahead within a sentence, so that its cost is linear
 * in the text only while sentences are bounded.
 */
final class Overlong {

    /** From here on a comma ends the sentence; the longest sentence seen in a real report has two thirds of it. */
    static final int AT_COMMA = 1000;

    /** From here on it ends before any number. */
    static final int AT_NUMBER = AT_COMMA + 200;

    /** Here it ends wherever it stands. */
    static final int ANYWHERE = 2 * AT_COMMA;

    private static final String NUMERIC = "0123456789.点零〇一二三四五六七八九十百千万亿两";

    private Overlong() {}

    /** Whether the sentence that began at {@code start} is over before {@code at}. */
    static boolean endsBefore(String text, int start, int at) {
        int length = at - start;
        if (length < AT_COMMA) {
            return false;
        }
        char before = text.charAt(at - 1);
        return "，；".indexOf(before) >= 0
                || length >= AT_NUMBER && isNumeric(text.charAt(at)) && !isNumeric(before)
                || length >= ANYWHERE;
    }

    private static boolean isNumeric(char c) {
        return NUMERIC.indexOf(c) >= 0;
    }
}
