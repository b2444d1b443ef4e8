package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.quantity.Amount;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.math.BigDecimal;

/** How a quantity reads after a word of movement; shared by the rules that meet one. */
final class Moves {

    private static final KeyedPattern SPEED = KeyedPattern.compile("(增速|增幅|涨幅|(增长|上涨)(速度|幅度))$");

    /** 造纸、印刷、包装等三大产业: the sum says what is meant, and the names before it are examples. */
    private static final KeyedPattern SUMMED =
            KeyedPattern.compile("^(?:[^、，“”]{2,14}、)+[^、，“”]{2,14}等(?=[一二三四五六七八九十\\d]+[大个]产业|[一二三四五六七八九十\\d]+大)");

    private Moves() {}

    static String subject(Reading reading, Lead lead) {
        if (lead.subject().startsWith("占") && !reading.indicatorBefore().contains("占")) {
            // 占固定资产投资比重提高10个百分点: of what was told before.
            return reading.indicatorBefore() + lead.subject();
        }
        if (Total.isAlone(lead.subject()) && reading.last() != null) {
            return Total.of(reading, lead.subject());
        }
        return lead.subject().length() < 2 ? reading.indicatorBefore() : SUMMED.withoutFirst(lead.subject());
    }

    /** Whether what is measured is itself a growth. */
    static boolean isSpeed(String subject) {
        return SPEED.isIn(subject);
    }

    /** The statement of a quantity for one subject, as its lead says: level, growth or change. */
    static Statement say(Quantity q, String subject, Lead lead) {
        boolean moved = lead.move() == Lead.Move.GROW || lead.move() == Lead.Move.FALL;
        boolean falls = lead.move() == Lead.Move.FALL;
        if (q.kind() == QuantityKind.DOUBLING || moved && (q.kind() == QuantityKind.PERCENT)) {
            return Statement.of(q, subject, Measure.GROWTH)
                    .with(falls ? q.amount().negated() : q.amount(), q.unit())
                    .against(lead.base(), lead.yearly());
        }
        if (moved && q.kind() == QuantityKind.TIMES) {
            Amount percent = q.amount().about(q.amount().value().multiply(BigDecimal.valueOf(100)));
            return Statement.of(q, subject, Measure.GROWTH).with(percent, "%").against(lead.base(), lead.yearly());
        }
        if (moved) {
            return Statement.of(q, subject, Measure.CHANGE)
                    .with(falls ? q.amount().negated() : q.amount(), q.unit())
                    .against(lead.base(), lead.yearly());
        }
        if (q.kind() == QuantityKind.PERCENT && isSpeed(subject)) {
            // 增速提高到6%: a speed in % is a growth, however it is told.
            return Statement.of(q, subject, Measure.GROWTH).against(lead.base(), lead.yearly());
        }
        return Statement.of(q, subject, Measure.LEVEL).against(null, lead.yearly());
    }
}
