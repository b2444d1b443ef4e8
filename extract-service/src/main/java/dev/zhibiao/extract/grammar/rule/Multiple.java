package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code 是2015年的1.7倍}, {@code 为“十二五”的2.4倍}. */
final class Multiple implements Rule {

    private static final Pattern SHAPE = Pattern.compile("^(?<subject>.*?)(?:是|为|相当于|达到?|约为)(?<base>[^，]{1,14}?)的$");

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        Matcher m = SHAPE.matcher(reading.lead(index).raw());
        if (q.kind() != QuantityKind.TIMES || !m.matches()) {
            return null;
        }
        String subject = Moves.subject(reading, Lead.of(m.group("subject")));
        return List.of(Statement.of(q, subject, Measure.MULTIPLE).against(m.group("base"), false));
    }
}
