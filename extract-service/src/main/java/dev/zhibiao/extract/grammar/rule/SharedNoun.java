package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * What several counted things share behind the last of them: the noun of {@code 28大项、165小项改革任务} and {@code 5个国控、9个省控断面},
 * the predicate of {@code 80%的乡、75%的村通了电}.
 */
final class SharedNoun {

    /** A noun that needs no completion is longer. */
    private static final int LONGEST = 8;
    /** 稳定消除1.2万户4.2万人风险, unlike 地质灾害避险搬迁850户3495人. */
    private static final int BRIEF = 4;

    private static final KeyedPattern PREDICATE = KeyedPattern.compile(
            "(未能|没有|尚未|如期|列为|列入|纳入|入选|入围|入库|获评|获批|获得|荣获|荣登|上榜|跻身|进入|通过|接入|投入|被|通(?=[了电路水邮广公网航车油气])|整[县乡镇村]|完成|实现|启动|开工|竣工|建成|投产|投用|达标(?![村户区乡])|达到|脱贫|出列|销号|摘帽|参加|享受|受益|正在|全部|基本|顺利|加快).*$");
    /** 县 and 乡: which of several places is what parts them, unless it only says whose a thing is, 省级. */
    private static final KeyedPattern PLACE = KeyedPattern.compile("[县区乡镇村户]+(?!级)");

    /** 3000万吨炼油、120万吨乙烯生产能力 */
    private static final KeyedPattern HEAD = KeyedPattern.compile(
            "(?<=.{2})(?:等[^，]{0,4}?|的)?(?<head>(?:生产|加工)?能力|(?:标准化|提质|生态|综合|绿化|硬化)(?:改造|建设|治理|修复|整治|工程)|项目|工程|装置|生产线|产能|装机)");

    private static final KeyedPattern QUOTED = KeyedPattern.compile("“[^”]*”|（[^）]*）");
    /** 12类45件民生实事: the first says of how many sorts. */
    private static final Set<String> SORTS = Set.of("类", "大类", "种", "批", "项");

    private SharedNoun() {}

    /** The noun of a count that has none, from the next where that is joined to it. */
    static String behindNext(Reading reading, int index, boolean brief) {
        if (index + 1 >= reading.size() || !reading.follows(index + 1)) {
            return "";
        }
        Quantity q = reading.quantity(index);
        Quantity next = reading.quantity(index + 1);
        // 10条207公里通乡油路: how many, and how long.
        boolean twice = next.start() == q.end()
                && q.kind() == QuantityKind.COUNT
                && next.kind().isAmount();
        boolean sorts = twice
                && (SORTS.contains(q.unit()) || reading.lead(index).subject().length() <= BRIEF);
        return sorts || brief && (twice || next.kind() == q.kind()) ? reading.noun(index + 1) : "";
    }

    /** A noun with what it shares with others of its list; as it is where it shares nothing. */
    static String of(Reading reading, int index, String noun) {
        if (noun.isEmpty() || noun.length() > LONGEST || PREDICATE.isIn(noun)) {
            return noun;
        }
        String between = "";
        for (int i = index + 1; i < reading.size() && isListed(reading, index, i); i++) {
            String other = reading.noun(i);
            boolean last = i + 1 == reading.size() || !isListed(reading, index, i + 1);
            Matcher said = PREDICATE.matcher(other);
            if (last && said.find()) {
                int quote = other.lastIndexOf('“', said.start());
                boolean inside = quote >= 0 && other.indexOf('”', quote) > said.start();
                return noun + other.substring(inside ? quote : said.start());
            }
            Matcher head = HEAD.matcher(other);
            if (isOneMeasure(reading.quantity(index), reading.quantity(i)) && head.find()) {
                return HEAD.isIn(noun) ? noun : noun + head.group("head");
            }
            String rest = rest(noun, other);
            boolean another = other.startsWith(noun) || !between.isEmpty() && other.startsWith(between);
            if (!another && rest.length() > 1 && "、（".indexOf(rest.charAt(0)) < 0) {
                return noun + rest;
            }
            between = other;
        }
        return noun;
    }

    private static boolean isOneMeasure(Quantity q, Quantity other) {
        return q.kind() == QuantityKind.MEASURE && q.unit().equals(other.unit());
    }

    private static boolean isListed(Reading reading, int index, int other) {
        return reading.goesOn(other)
                && reading.quantity(other).kind() == reading.quantity(index).kind()
                && reading.lead(other).raw().isEmpty();
    }

    /** What another noun has behind the character that a noun ends in, or behind its place. */
    private static String rest(String noun, String other) {
        char twin = noun.charAt(noun.length() - 1);
        int at = other.indexOf(twin);
        if (at >= 0) {
            return other.substring(at + 1);
        }
        String plain = QUOTED.without(other);
        Matcher place = PLACE.matcher(plain);
        // 100个村级、40个乡镇体育健身项目
        String named = noun.endsWith("级") ? noun.substring(0, noun.length() - 1) : noun;
        boolean places = !named.isEmpty() && PLACE.matches(named.substring(named.length() - 1));
        return places && place.find() ? plain.substring(place.end()) : "";
    }
}
