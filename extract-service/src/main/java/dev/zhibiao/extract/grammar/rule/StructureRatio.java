package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code 三次产业结构调整为1.3：30.7：68.0}: the shares of the three sectors in their order. */
final class StructureRatio implements Rule {

    private static final KeyedPattern STARTS = KeyedPattern.compile("[由从](?!(?:20|19)\\d\\d年)[^，]{0,4}$");
    private static final KeyedPattern STRUCTURE = KeyedPattern.compile("产.*(结构|比)");
    private static final String[] SECTORS = {"第一产业占比", "第二产业占比", "第三产业占比"};

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        if (q.kind() != QuantityKind.RATIO) {
            return null;
        }
        int first = index;
        while (first > 0
                && reading.quantity(first - 1).kind() == QuantityKind.RATIO
                && reading.quantity(first - 1).end() + 1
                        == reading.quantity(first).start()) {
            first--;
        }
        int place = index - first;
        boolean sectors = STRUCTURE.isIn(reading.text(), 0, q.start());
        if (!sectors || place >= SECTORS.length) {
            return List.of();
        }
        Statement share = Statement.of(q, SECTORS[place], Measure.LEVEL);
        boolean from = STARTS.isIn(reading.text(), 0, reading.quantity(first).start());
        return List.of(from ? share.startedFrom() : share);
    }
}
