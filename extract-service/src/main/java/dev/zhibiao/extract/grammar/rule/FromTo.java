package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code 从2015年的18万元提高至35.3万元}: two levels, each with its period. */
final class FromTo implements Rule {

    private static final Pattern FROM = Pattern.compile("^(?<subject>.*?)(?:由|从)(?<when>[^，；：由从]{0,14}?)的?$");

    private static final Pattern BETWEEN =
            Pattern.compile("，?[^，；]{0,14}[到至为上](?:(?:20|19)\\d\\d年(?:末|底)?的?|\\d{1,2}月份?的?|目前的?|现在的?|今年的?|去年的?)?");
    private static final Pattern DATED = Pattern.compile("(20|19)\\d\\d年|上年|去年|十.五|五年前");

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Matcher from = FROM.matcher(reading.lead(index).raw());
        if (!from.matches() || index + 1 >= reading.size()) {
            return null;
        }
        String between = reading.text()
                .substring(
                        reading.quantity(index).outerEnd(),
                        reading.quantity(index + 1).outerStart());
        if (!BETWEEN.matcher(between).matches()) {
            return null;
        }
        Lead lead = Lead.of(from.group("subject"));
        String subject = Moves.subject(reading, lead);
        String inner = from.group("when").replaceAll("(20|19)\\d\\d年.*|上年.*|去年.*|“.*|十.五.*|五年前|年?初", "");
        String name =
                subject.isEmpty() ? inner : subject.startsWith("占") ? reading.indicatorBefore() + subject : subject;
        // 涨幅从9.2%回落到4%: growths both.
        Statement start =
                Moves.say(reading.quantity(index), name, Moves.isSpeed(from.group("subject")) ? lead : Lead.of(""));
        boolean dated = DATED.matcher(from.group("when")).find();
        return List.of(dated ? start : start.startedFrom());
    }
}
