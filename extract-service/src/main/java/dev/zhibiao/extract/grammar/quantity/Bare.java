package dev.zhibiao.extract.grammar.quantity;

import java.util.regex.Pattern;

/** Amounts of money that leave out their unit: 突破万亿、达10243亿元, 超千亿. */
public final class Bare {

    private static final Pattern PASSING = Pattern.compile("(突破|超过?|跨越|迈上|跃上|(?<![通经])过)$");
    private static final String ENDS = "，。；、！？";

    private Bare() {}

    /** Whether the number is said to be passed, in 亿, with nothing behind it. */
    public static boolean isPassed(String text, int start, int end) {
        boolean ends = end == text.length() || ENDS.indexOf(text.charAt(end)) >= 0;
        return ends
                && text.charAt(end - 1) == '亿'
                && PASSING.matcher(text.substring(Math.max(0, start - 3), start))
                        .find();
    }
}
