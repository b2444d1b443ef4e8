package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.indicator.Subjects;
import dev.zhibiao.extract.grammar.quantity.Amount;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** {@code 是2015年的1.7倍}, {@code A、B均为五年前的1.4倍}, {@code A、B分别为“十二五”的2.4倍和2.1倍}. */
final class Multiple implements Rule {

    private static final KeyedPattern SHAPE = KeyedPattern.compile(
            "^(?<subject>.*?)(?:是|为|相当于|达到?|约为|[增升]至|[增长高升加]到|(?<bound>不低于|不少于|超过?|高于|不超过|低于))(?<base>[^，]{1,14}?)的$");
    /** 超疫情前的6倍: the hedge stands before the base. */
    private static final Map<String, String> BOUNDS =
            Map.of("不低于", ">=", "不少于", ">=", "超", ">", "超过", ">", "高于", ">", "不超过", "<=", "低于", "<");

    private static final KeyedPattern SHARED = KeyedPattern.compile("(分别|均|都|双双)+$");

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        if (reading.quantity(index).kind() != QuantityKind.TIMES) {
            return null;
        }
        Matcher m = SHAPE.match(reading.lead(index).raw());
        if (m == null) {
            return null;
        }
        int run = 1;
        while (index + run < reading.size()
                && reading.quantity(index + run).kind() == QuantityKind.TIMES
                && reading.follows(index + run)) {
            run++;
        }
        Lead lead = Lead.of(SHARED.withoutFirst(m.group("subject")));
        boolean each = run == 1 && reading.lead(index).each();
        List<String> names = run > 1 || each ? names(reading, lead.subject(), each ? 0 : run) : List.of();
        if (names.isEmpty() || !each && names.size() != run) {
            String subject = Moves.subject(reading, lead);
            return subject.isEmpty() ? List.of() : List.of(multiple(reading, index, subject, m));
        }
        List<Statement> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            found.add(multiple(reading, each ? index : index + i, names.get(i), m));
        }
        return found;
    }

    /** The names of a list: what the clause says, or where it says none, what was said last. */
    private static List<String> names(Reading reading, String subject, int wanted) {
        if (subject.length() < 2) {
            return reading.group(wanted);
        }
        return Subjects.depends(subject)
                ? reading.group(wanted).stream().map(name -> name + subject).toList()
                : Subjects.split(subject, wanted);
    }

    private static Statement multiple(Reading reading, int index, String subject, Matcher m) {
        Quantity q = reading.quantity(index);
        String bound = m.group("bound");
        Amount amount = bound == null || !(q.amount() instanceof Amount.Exact)
                ? q.amount()
                : Amount.of(BOUNDS.getOrDefault(bound, "="), q.amount().value());
        return Statement.of(q, subject, Measure.MULTIPLE).with(amount, q.unit()).against(m.group("base"), false);
    }
}
