package dev.zhibiao.extract.benchmark;

import dev.zhibiao.extract.grammar.text.WordList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The regular expressions that an extraction is held against. */
final class NumberPatterns {

    private static final String DIGITS = "[0-9０-９][0-9０-９,，]*(?:[.．·][0-9０-９]+)?";

    private NumberPatterns() {}

    /** The numbers and units of the grammar, the longest unit first. */
    static Pattern ofTheGrammar() {
        String units =
                WordList.load("units.tsv").keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("(?:" + DIGITS + "|[零〇一二三四五六七八九十百千万亿两]+)[余多几]?[百千万亿]*[余多]?\\s*(?:" + units + ")");
    }

    /** Digits and a dozen units. */
    static Pattern ofDigits() {
        return Pattern.compile(DIGITS + "[百千万亿]*\\s*(?:元|美元|%|％|个百分点|家|个|人|平方米|公里|吨|亩|户|项|倍)");
    }
}
