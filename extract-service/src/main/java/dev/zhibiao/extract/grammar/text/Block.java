package dev.zhibiao.extract.grammar.text;

/**
 * A run of lines that belong together: a heading, or a paragraph that page ends and scans may have torn apart.
 *
 * @param text folded text
 * @param origins for each folded character its index in the source
 * @param headingLevel 1 to 3 for a heading, 0 for a paragraph
 */
record Block(String text, int[] origins, int headingLevel) {}
