package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.text.KeyedPattern;

/** What a clause without a number speaks of: 粮食生产 of 粮食生产再获丰收, 电网建设 of 加强电网建设. */
final class Topic {

    private static final int LONGEST = 20;
    private static final KeyedPattern PREDICATE = KeyedPattern.compile(
            "(?<=.{2})(再|稳步|持续|明显|显著|全面|不断|进一步|加快|扎实|顺利|有力|有效|基本(?!建设|养老|医疗|农田|公共)|大幅|快速|平稳|取得|得到|获得|实现|成效|深入|继续|成功|圆满|如期|低于|高于|好于|超过|控制|达到|发展(?=加快|迅速|良好|平稳)).*$");
    private static final KeyedPattern FIGURED = KeyedPattern.compile("[\\d“]");
    private static final KeyedPattern VERB = KeyedPattern.compile(
            "^(激发|做大|做强|释放|加强|推进|加快|推动|实施|完善|抓好|做好|强化|深化|开展|扩大|提高|积极|争取|着力|落实|优化|加大|支持|促进|继续|建立|巩固|发展)+");

    /** What nothing is invested in and nothing counted of. */
    private static final KeyedPattern ABSTRACT =
            KeyedPattern.compile("(活力|动力|作用|优势|力度|环境|机制|信心|空间|格局|氛围|形象|意识|素质|效能|理念|制度)$");

    /** 上海港的货物吞吐量, 重工业的比重, 列入计划的农产品: a phrase with a noun at its end, not a clause with a predicate. */
    private static final KeyedPattern PHRASE = KeyedPattern.compile(".*的[^的，]{1,12}|.*[率比值额量数重]");

    /** 而, 它们在: what ties a clause to the one before. */
    private static final KeyedPattern LINK = KeyedPattern.compile("^(因而|而|但|因此|明年)?(它们?的?|这些)?");

    private Topic() {}

    /** What stands in front of a comma as the subject of what follows, whole; of a clause with a predicate what it speaks of. */
    static String subject(String words) {
        String subject = Lead.stripOpeners(LINK.withoutFirst(words));
        boolean phrase = PHRASE.matches(subject) || !PREDICATE.isIn(subject);
        return phrase ? subject : of(words);
    }

    /** Whether a topic can own what is invested, produced or counted. */
    static boolean owns(String topic) {
        return !ABSTRACT.isIn(topic);
    }

    static String of(String clause) {
        String topic = PREDICATE.withoutFirst(VERB.withoutFirst(Lead.stripOpeners(clause)));
        return topic.length() < 2 || topic.length() > LONGEST || FIGURED.isIn(topic) ? "" : topic;
    }
}
