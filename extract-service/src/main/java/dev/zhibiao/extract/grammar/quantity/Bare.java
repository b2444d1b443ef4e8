package dev.zhibiao.extract.grammar.quantity;

import java.util.regex.Pattern;

/** Amounts of money that leave out their unit: 突破万亿、达10243亿元, 超千亿, 迈上千亿新台阶. */
public final class Bare {

    private static final Pattern PASSING = Pattern.compile("(突破|超过?|跨越|迈上|跃上|(?<![通经])过)$");
    /** 突破千亿元大关, 迈上600亿元台阶: what is passed, and no noun that is measured. */
    private static final String[] STEPS = {"大关", "关口", "新台阶", "台阶"};

    private static final String ENDS = "，。；、！？";

    private Bare() {}

    /** Where the word for a step that begins there ends, or the place itself where none does. */
    public static int stepEnd(String text, int at) {
        for (String step : STEPS) {
            if (text.startsWith(step, at)) {
                return at + step.length();
            }
        }
        return at;
    }

    /** Whether the number is an amount of money without its unit: it stands before a step, or is passed. */
    public static boolean measures(String text, int start, int end) {
        return stepEnd(text, end) > end || isPassed(text, start, end);
    }

    /** Whether the number is said to be passed, in 亿, with nothing behind it. */
    private static boolean isPassed(String text, int start, int end) {
        boolean ends = end == text.length() || ENDS.indexOf(text.charAt(end)) >= 0;
        return ends
                && text.charAt(end - 1) == '亿'
                && PASSING.matcher(text.substring(Math.max(0, start - 3), start))
                        .find();
    }
}
