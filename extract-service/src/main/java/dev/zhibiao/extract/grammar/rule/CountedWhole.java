package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code 占全省90个县的28%}: how many the whole has belongs to what the share is of. */
final class CountedWhole implements Rule {

    private static final KeyedPattern BEFORE = KeyedPattern.compile("占(全[国省市区县州]|总共|现有|原有)?[^，。；\\d]{0,4}$");
    private static final KeyedPattern BEHIND = KeyedPattern.compile("[^，。；：、\\d]{0,10}的");

    @Override
    public boolean refuses() {
        return true;
    }

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        if (!q.kind().isAmount()
                || index + 1 >= reading.size()
                || reading.quantity(index + 1).kind() != QuantityKind.PERCENT) {
            return null;
        }
        String behind = reading.text()
                .substring(q.outerEnd(), reading.quantity(index + 1).outerStart());
        boolean whole = BEFORE.isIn(reading.text(), 0, q.outerStart()) && BEHIND.matches(behind);
        return whole ? List.of() : null;
    }
}
