package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Subjects;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import dev.zhibiao.extract.grammar.text.Words;
import java.util.Set;
import java.util.regex.Matcher;

/** The verbs that belong to an indicator: 新增, 完成, 引进. */
final class Verbs {

    private enum Kind {
        VERB,
        /** 引导, 服务: as often a noun inside a name, 引导基金, 服务平台 */
        NOUN
    }

    private static final Words<Kind> WORDS = Words.load("verbs.tsv", Kind::valueOf);
    private static final KeyedPattern EXAMPLES =
            KeyedPattern.compile("^.*(?<![高平中初同均])等(?![级次于待])(?<noun>[^等、，”]{2,12})$");
    private static final KeyedPattern CLAUSE_END = KeyedPattern.compile(
            "(推进|覆盖|完成|建成|投用|投产|启动|运行|落地|见效|增强|提升|改善|加快|完善|深入|实施|开工|竣工|通车|使用|运营|任务|目标|突破|发展|好转|稳定|转变|优化|巩固|显现|向好|形成|清零|达标|全部|验收)$");

    private static final Set<String> STANDARDS = Set.of("认定", "保障", "补助", "补贴", "救助", "奖励", "征收");

    private Verbs() {}

    /** The verb a phrase begins with, or nothing. */
    static String leading(String phrase) {
        for (Words.Word<Kind> verb : WORDS.beginningLike(phrase, 0)) {
            if (phrase.startsWith(verb.text())
                    && !beginsNoun(phrase, verb.text().length())) {
                return verb.text();
            }
        }
        return "";
    }

    /** 服务业, 出口额, 保障性, 认定标准: the verb's characters begin a noun. */
    private static boolean beginsNoun(String phrase, int end) {
        boolean paid = end > 1
                && phrase.startsWith("标准", end)
                && STANDARDS.contains(phrase.substring(end - 2, end))
                && !phrase.startsWith("标准化", end);
        return paid || end < phrase.length() && "业性额总用型力区率量费员商站网额者".indexOf(phrase.charAt(end)) >= 0;
    }

    /**
     * What a long phrase is about: 通过增容调绿新增发展空间 is about 新增发展空间, 引进甲公司等项目 about 引进项目, and behind a clause that
     * is whole, 全面推进、原煤产量, about 原煤产量.
     */
    static String shortened(String phrase) {
        String rest = afterClause(phrase);
        Matcher examples = rest.length() > 12 ? EXAMPLES.match(rest) : null;
        if (examples != null) {
            return leading(rest) + examples.group("noun");
        }
        boolean whole = Subjects.isIndicator(rest) && rest.length() < 22
                || !leading(rest).isEmpty() && rest.length() < 18;
        return rest.length() > 12 && !whole ? fromLastVerb(rest) : rest;
    }

    /** Drops a clause that is whole in front of 、 when a name of something measured follows. */
    private static String afterClause(String phrase) {
        int join = phrase.lastIndexOf('、');
        if (join < 2
                || phrase.lastIndexOf('“') > join
                || phrase.lastIndexOf('（', join) > phrase.lastIndexOf('）', join)) {
            return phrase;
        }
        String last = phrase.substring(join + 1);
        String before = phrase.substring(0, join);
        boolean whole = CLAUSE_END.isIn(before)
                || before.length() >= 6
                        && leading(last).length() >= 2
                        && !leading(before).equals(leading(last));
        boolean named = Subjects.isIndicator(last) || !leading(last).isEmpty();
        return whole && named && last.length() >= 2 ? last : phrase;
    }

    private static String fromLastVerb(String phrase) {
        int floor = Math.max(0, Math.max(phrase.lastIndexOf('”'), phrase.lastIndexOf('）')));
        for (int at = phrase.length() - 1; at > floor; at--) {
            for (Words.Word<Kind> verb : WORDS.beginningLike(phrase, at)) {
                if (verb.kind() == Kind.VERB && opensIndicator(phrase, at, verb.text())) {
                    return phrase.substring(at);
                }
            }
        }
        return phrase;
    }

    /** Whether the verb stands there for the last time, with enough behind it to be measured. */
    private static boolean opensIndicator(String phrase, int at, String verb) {
        int end = at + verb.length();
        // 规模以上工业企业完成销售收入: whose it is stands before the verb.
        boolean owned = verb.equals("完成") || verb.equals("实现");
        return !owned && phrase.lastIndexOf(verb) == at && phrase.length() >= end + 3 && !beginsNoun(phrase, end);
    }
}
