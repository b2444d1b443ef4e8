package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code 从2015年的18万元提高至35.3万元}: two levels, each with its period. */
final class FromTo implements Rule {

    /** What two values share that something moved between: its subject, and when it stood at the first. */
    static final KeyedPattern FROM =
            KeyedPattern.compile("^(?<subject>.*?)(?:(?<![自理经缘])由(?!于|此)|从(?![业事严重快紧而]))(?<when>[^，；：由从]{0,14}?)的?$");

    /** 2.51吨标准煤，下降到2000年的: what is counted may stand behind the first, and when behind the word of movement. */
    static final Pattern BETWEEN = Pattern.compile(
            "(?:[^，；]{0,6}，)?[^，；]{0,14}[到至为上](?:(?:20|19)\\d\\d年(?:末|底)?的?|\\d{1,2}月份?的?|年[末底]的?|[一二三四]季度的?|目前的?|现在的?|今年的?|去年的?)?");

    private static final KeyedPattern DATED = KeyedPattern.compile("(20|19)\\d\\d年|上年|去年|十.五|五年前|季度");
    /** When it started, which is not what is measured. */
    private static final KeyedPattern WHEN = KeyedPattern.compile(
            "(20|19)\\d\\d年.*|[上去今]年(?:年?[初末底]|同期|预计|的)*|上届|“.*|[十一二三四五六七八九]五.*|五年前|年?[初末底]|[一二三四]季度|现在|目前|原来|过去|原先");

    /** 森林覆盖率，已由: no subject. */
    private static final KeyedPattern ADVERB = KeyedPattern.compile("^(已经|[已将则也均还又就都即并])*");

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Matcher from = FROM.match(reading.lead(index).raw());
        if (from == null || index + 1 >= reading.size()) {
            return null;
        }
        Quantity first = reading.quantity(index);
        Quantity second = reading.quantity(index + 1);
        if (reading.follows(index + 1) && !reading.lead(index).shared()) {
            return FromToList.read(reading, index, from);
        }
        String between = reading.text().substring(first.outerEnd(), second.outerStart());
        if (!BETWEEN.matcher(between).matches()) {
            return null;
        }
        String said = subject(from);
        Lead lead = Lead.of(said);
        String name = name(reading, index, lead, inner(from));
        if (name.isEmpty()) {
            return List.of();
        }
        // 涨幅从9.2%回落到4%: growths both.
        Lead moved = Moves.isSpeed(said) ? lead : Lead.of("");
        Statement start = Moves.say(first, name, moved);
        Statement before = isDated(from) ? start : start.startedFrom();
        boolean alone = index + 2 >= reading.size() || !reading.follows(index + 2);
        return alone && second.kind() == first.kind()
                ? List.of(before, Moves.say(second, name, moved))
                : List.of(before);
    }

    static String subject(Matcher from) {
        return ADVERB.withoutFirst(from.group("subject"));
    }

    /** What stands between 由 and the value beside a time. */
    static String inner(Matcher from) {
        return WHEN.without(from.group("when"));
    }

    /** Whether it says when the first value was. */
    static boolean isDated(Matcher from) {
        return DATED.isIn(from.group("when"));
    }

    private static String name(Reading reading, int index, Lead lead, String inner) {
        String subject = lead.subject();
        if (subject.startsWith("占")) {
            String owner = reading.subjectBefore(index);
            return (owner.isEmpty() ? reading.indicatorBefore() : owner) + subject;
        }
        if (!subject.isEmpty()) {
            return subject;
        }
        String before = reading.subjectBefore(index);
        String known = before.isEmpty() ? reading.indicatorBefore() : before;
        return known.isEmpty() ? inner : known;
    }
}
