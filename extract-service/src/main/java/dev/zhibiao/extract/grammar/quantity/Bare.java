package dev.zhibiao.extract.grammar.quantity;

import dev.zhibiao.extract.grammar.text.KeyedPattern;

/** Amounts that leave out their unit: 突破万亿、达10243亿元, 迈上千亿新台阶, 收入过百万, 常住人口突破千万. */
public final class Bare {

    private static final KeyedPattern PASSING = KeyedPattern.compile("(破|超过?|跨越|[迈跃跨站登]上|接近|(?<![通经])过)$");
    /** 装备产业实现1200亿: what has no size but that of its output. */
    private static final KeyedPattern OUTPUT = KeyedPattern.compile("(产业|产值|产业规模|产业集群)(实现|达到?|为)$");

    /** 过百万; a lone 万 of 突破万 stands before a noun. */
    private static final KeyedPattern MILLIONS = KeyedPattern.compile("[十百千]+万");

    private static final int LONGEST = 8;
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

    /** Whether the number is said to be passed, with nothing behind it: in 亿, or in 万 by its magnitude word alone. */
    private static boolean isPassed(String text, int start, int end) {
        boolean ends = end == text.length() || ENDS.indexOf(text.charAt(end)) >= 0;
        String before = text.substring(Math.max(0, start - LONGEST), start);
        boolean passed = PASSING.isIn(before);
        boolean billions = text.charAt(end - 1) == '亿' && (passed || OUTPUT.isIn(before));
        return ends && (billions || passed && MILLIONS.matches(text.substring(start, end)));
    }
}
