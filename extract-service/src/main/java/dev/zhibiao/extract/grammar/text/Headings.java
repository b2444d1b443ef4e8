package dev.zhibiao.extract.grammar.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells headings from paragraphs. */
final class Headings {

    private static final KeyedPattern FIRST = KeyedPattern.compile("^(第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、)");
    private static final KeyedPattern SECOND = KeyedPattern.compile("^（[一二三四五六七八九十]+）");
    private static final KeyedPattern GLOSSARY = KeyedPattern.compile(
            "^(?!\\d{1,2}[.、])[【《（]?(?:附件?|附录)?[一二三四五六七八九十\\d]{0,2}[：:、]?[^，。；]{0,20}(?:名词解释|名词注释|名词说明|名词术语|名词、术语|术语解释|用语解释|有关说明|注释)(?:[和及与]?(?:解释|说明))?[】》）：]*(?:（[^（）]{0,24}）)?$");
    private static final KeyedPattern TIMES = KeyedPattern.compile("^.{0,14}(回顾|总结|主要预期目标|目标任务|工作安排|工作总体要求|重点工作|展望)$");
    private static final Pattern GLUED = Pattern.compile(
            "^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、)[^。，；：]{2,30}?(?:回顾|总结|安排|任务|目标|展望|建议|情况|成就|成绩|重点工作|总体要求)(?=(?:19|20)\\d\\d年|过去|刚刚|今年|五年来|一年来|各位代表)");
    private static final KeyedPattern PARTED = KeyedPattern.compile("[，；：、]");
    private static final int LONGEST = 60;

    private Headings() {}

    static boolean enumerated(String text) {
        return FIRST.isIn(text) || SECOND.isIn(text);
    }

    /** Where a heading of the first level ends to which its paragraph was glued, or the start: 一、2021年工作回顾2021年，…. */
    static int glued(String folded, int start, int end) {
        Matcher m = GLUED.matcher(folded).region(start, end);
        return m.find() ? m.end() : start;
    }

    /** Whether a whole line opens the list of terms at the end (名词解释). */
    static boolean opensGlossary(String folded) {
        return folded.length() <= LONGEST && GLOSSARY.isIn(folded);
    }

    /** The level of a whole line as a heading, or 0 where it is none. */
    static int level(String folded, boolean marked) {
        if (folded.isEmpty() || folded.length() > LONGEST || folded.contains("。")) {
            return 0;
        }
        if (opensGlossary(folded) || FIRST.isIn(folded)) {
            return 1;
        }
        if (SECOND.isIn(folded)) {
            return 2;
        }
        boolean open = !PARTED.isIn(folded) || marked;
        return TIMES.isIn(folded) && open ? 1 : marked ? 3 : 0;
    }
}
