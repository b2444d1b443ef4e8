package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.quantity.Amount;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** All rules in their order, and the reading of one sentence by them. */
public final class Rules {

    /** Refusals first; then from the shapes that need most to those that need least. */
    static final List<Rule> ORDER = List.of(
            new CalendarTime(),
            new NameNumber(),
            new ListCounter(),
            new Threshold(),
            new RankedSet(),
            new CountedWhole(),
            new StructureRatio(),
            new RankFromTo(),
            new Ranking(),
            new FromTo(),
            new Multiple(),
            new Attainment(),
            new AgainstEach(),
            new Respectively(),
            new Movement(),
            new NumberFirst(),
            new NumberLast());

    static final List<Rule> REFUSALS = ORDER.stream().filter(Rule::refuses).toList();
    private static final List<Rule> READERS =
            ORDER.stream().filter(rule -> !rule.refuses()).toList();

    private static final KeyedPattern TIE = KeyedPattern.compile("(?:(?<=[项科栏题]目)|(?<!目))的$");

    private static final KeyedPattern AT_LEAST = KeyedPattern.compile("至少|最少要|(不低于|不少于)(?=(人均|户均|每).{0,6}$)");

    private Rules() {}

    /** A statement and the name of the rule that read it. */
    public record Finding(Statement statement, String rule) {}

    /** Everything one sentence says, by place. */
    public static List<Finding> read(Sentence sentence) {
        Reading reading = reading(sentence, Trace.NONE);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < reading.statements().size(); i++) {
            findings.add(new Finding(reading.statements().get(i), reading.ruleOf(i)));
        }
        return findings;
    }

    /** How one sentence is read, quantity by quantity. */
    public static Explanation explain(Sentence sentence) {
        Steps steps = new Steps();
        return steps.explanation(reading(sentence, steps));
    }

    static String name(Rule rule) {
        return rule.getClass().getSimpleName();
    }

    private static Reading reading(Sentence sentence, Trace trace) {
        Reading reading = new Reading(sentence);
        for (int i = 0; i < reading.size(); ) {
            if (isRefused(reading, i)) {
                trace.refused(reading, i);
                reading.drop(i);
            } else {
                i++;
            }
        }
        for (int i = 0; i < reading.size(); i++) {
            if (!isRead(reading, i)) {
                read(reading, i, trace);
            }
        }
        return reading;
    }

    private static boolean isRefused(Reading reading, int index) {
        for (Rule rule : REFUSALS) {
            if (rule.read(reading, index) != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRead(Reading reading, int index) {
        int start = reading.quantity(index).start();
        for (Statement said : reading.statements()) {
            if (said.start() == start) {
                return true;
            }
        }
        return false;
    }

    /** 省安排的 names what is tied to the next word, 省安排 names something; 目的 ends so itself. */
    private static Statement untied(Statement said) {
        String name = TIE.withoutFirst(said.indicator());
        return name.isEmpty() || name.equals(said.indicator()) ? said : said.of(name);
    }

    /** 每县至少建立1所, 补助不低于人均120元: the bound stands in front of the verb or of 人均. */
    private static Statement bounded(Reading reading, int index, Statement said) {
        Matcher bound = AT_LEAST.matcher(said.indicator());
        boolean inFront = AT_LEAST.isIn(reading.lead(index).raw());
        if (!inFront || !bound.find() || !(said.amount() instanceof Amount.Exact)) {
            return said;
        }
        Amount least = new Amount.AtLeast(said.amount().value());
        return said.of(bound.replaceFirst("")).with(least, said.unit());
    }

    private static void read(Reading reading, int index, Trace trace) {
        for (Rule rule : READERS) {
            List<Statement> statements = rule.read(reading, index);
            if (statements != null) {
                trace.took(index, rule);
                statements.forEach(s -> reading.add(untied(bounded(reading, index, s)), name(rule)));
                return;
            }
            trace.passed(index, rule);
        }
    }
}
