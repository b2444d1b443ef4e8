package dev.zhibiao.extract.grammar.text;

/**
 * A part of the report under one heading.
 *
 * @param heading the heading as printed, folded; empty before the first heading
 * @param level 1 for 一、 and 第一部分, 2 for （一）, 3 for others; 0 before the first heading
 * @param start where it begins in the source
 * @param end where it ends in the source
 * @param chapter the heading of level 1 it stands under, itself where it is one
 */
public record Section(String heading, int level, int start, int end, String chapter) {}
