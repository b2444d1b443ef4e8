package dev.zhibiao.extract.grammar.period;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time that a sentence names: 2019年, 去年, “十三五”时期, 三年来, with a part of the year where it says one.
 *
 * @param start its first character
 * @param end one past its last
 * @param kind what names it
 * @param name the year, the years, the plan or how many years, as written
 * @param part 上半年, 一季度, 1-9月; null where it is a whole year
 * @param atEnd whether its end is meant: 2019年底
 */
record Mention(
        int start,
        int end,
        Kind kind,
        String name,
        @Nullable String part,
        boolean atEnd) {

    enum Kind {
        RANGE,
        SINCE,
        YEAR,
        LAST,
        THIS,
        NEXT,
        PLAN,
        SOME,
        FIVE
    }

    private static final String ANY_YEAR = "(?:19|20)\\d\\d";
    /** What several years did: 三年综合整修, 三年竣工. */
    private static final String DONE =
            "(?:综合|全面|新)?(?:整修|竣工|改造|建成|投入|解决|培训|筹集|拆除|减免|发放|安排|实施|争取|引进|脱贫|淘汰)(?![^，。；]{0,8}(?:规划|计划|行动))";

    private static final String KINDS = "(?<range>" + ANY_YEAR + "年?[-~至到]" + ANY_YEAR + "年(?!来))"
            + "|(?<since>" + ANY_YEAR + "年(?=以来(?![^，]{0,4}(?:最|首次|新高|新低))))"
            + "|(?<year>" + ANY_YEAR
            + ")年|(?<last>去年|上年)|(?<this>今年|" + Times.NEWS + ")|(?<next>明年(?!产))"
            + "|(?<plan>“?(?:十[一二三四]?|[六七八九])五”?(?=时期|期间|末|以来))"
            + "|(?<some>(?<![十第每])(?<!\\d(?=\\d))(?:过去|近|今后|未来)?[两二三四六七八九十2-46-9]年(?:来|间|内|累计|共(?!同)|(?=超|达|新增|完成投资)|(?=(?:行动|攻坚)[^，；]{0,14}，累计)|(?="
            + DONE + "|翻))"
            + "|(?<!接)最?近[两二三四]年(?!来?(?:新高|最|平均|的|以来|首次|同期|之|开始))"
            + "|(?:今后|未来)[两二三四六七八九十]年(?!的)|(?<=用)[两二三四]年(?=左右|的?时间))"
            + "|(?<five>(?<![\\d.十第每])(?:过去|今后|未来)?[五5]年(?!度|倍增|行动|计划|规划|纲要|前|级|左右)(?:来|间|累计|共|内)?)";
    private static final Pattern MENTION = Pattern.compile("(?<![比较与])(?:" + KINDS + ")(?<part>" + Times.MONTHS
            + "|上半年|下半年|[一二三四]季度|1?[0-9]月(?!\\d))?(?<end>末|底)?(?!度投资)");

    /** All that a sentence names, by place. */
    static List<Mention> in(String words) {
        if (words.indexOf('年') < 0 && words.indexOf('五') < 0 && words.indexOf('日') < 0) {
            return List.of();
        }
        List<Mention> found = new ArrayList<>();
        Matcher m = MENTION.matcher(words);
        while (m.find()) {
            found.add(of(m));
        }
        return List.copyOf(found);
    }

    private static Mention of(Matcher m) {
        Kind kind = Stream.of(Kind.values())
                .filter(k -> m.group(k.name().toLowerCase(Locale.ROOT)) != null)
                .findFirst()
                .orElseThrow();
        String name = m.group(kind.name().toLowerCase(Locale.ROOT));
        return new Mention(m.start(), m.end(), kind, name, m.group("part"), m.group("end") != null);
    }
}
