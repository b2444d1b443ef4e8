package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code 综合实力全国排名从第24位提升至第19位}: two ranks of one thing in one set. */
final class RankFromTo implements Rule {

    private static final KeyedPattern BETWEEN = KeyedPattern.compile(
            "[^，；、]{0,6}[升提跃进退降滑移攀变前后][^，；、]{0,4}?[到至为居升]?(?:(?:20|19)\\d\\d年的?|目前的?|现在的?|今年的?|去年的?)?");
    /** 全国排名 is 全国, 总分获得 is 总分. */
    private static final KeyedPattern PLACE = KeyedPattern.compile("(综合)?的?(位置|位次|排名|排位|名次|座次|获得|取得|的)$");

    private static final KeyedPattern ENTERED = KeyedPattern.compile("(?<=.{2})(进入|跻身|迈入|迈进|入围)[^，]*“[^，]*$");

    private static final Pattern IN = Pattern.compile("^(?<subject>.*?)(?:在|位?居|位?列)(?<scope>[^，在]{2,16}?)(?:中|内|里)?$");
    private static final Pattern SET =
            Pattern.compile("^(?<subject>.*?)(?<scope>(?:全[国省市区县州球]|世界|同类|中西部|[东中西]部)[^，]{0,8}?)(?:中|内|里)?$");

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        if (index + 1 >= reading.size() || !isPlace(reading.quantity(index)) || !isPlace(reading.quantity(index + 1))) {
            return null;
        }
        Quantity first = reading.quantity(index);
        Quantity second = reading.quantity(index + 1);
        Matcher from = FromTo.FROM.match(reading.lead(index).raw());
        String between = reading.text().substring(first.outerEnd(), second.outerStart());
        if (from == null || !BETWEEN.matches(between)) {
            return null;
        }
        String said = FromTo.subject(from);
        String phrase = (said.isEmpty() ? reading.subjectBefore(index) : said) + FromTo.inner(from);
        String placed = PLACE.withoutFirst(ENTERED.withoutFirst(phrase));
        Matcher in = IN.matcher(placed);
        Matcher set = SET.matcher(placed);
        Matcher scoped = in.matches() ? in : set.matches() ? set : null;
        String subject =
                Lead.of(scoped == null ? placed : scoped.group("subject")).subject();
        String name = subject.length() < 2 ? ranked(reading, index) : subject;
        if (name.isEmpty()) {
            return List.of();
        }
        String scope = scoped == null ? null : scoped.group("scope");
        Statement before = rank(first, name, scope);
        return List.of(FromTo.isDated(from) ? before : before.startedFrom(), rank(second, name, scope));
    }

    private static boolean isPlace(Quantity q) {
        return q.kind() == QuantityKind.RANK
                || q.kind() == QuantityKind.COUNT && q.unit().equals("位");
    }

    private static Statement rank(Quantity q, String name, @Nullable String scope) {
        return Statement.of(q, name, Measure.RANK).with(q.amount(), "位").in(scope);
    }

    /** 总额8512亿美元，增长37%，由世界第五位上升到第四位: 总额 has the places, not its growth. */
    private static String ranked(Reading reading, int index) {
        String before = reading.indicatorBefore();
        return before.isEmpty() ? reading.topicBefore(index) : before;
    }
}
