package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code 三次产业结构调整为1.3：30.7：68.0}: the shares of the three sectors in their order. */
final class StructureRatio implements Rule {

    private static final Pattern STARTS = Pattern.compile("[由从](?!(?:20|19)\\d\\d年)[^，]{0,4}$");
    private static final Pattern STRUCTURE = Pattern.compile("产.*(结构|比)");
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
        boolean sectors = STRUCTURE.matcher(reading.text()).region(0, q.start()).find();
        if (!sectors || place >= SECTORS.length) {
            return List.of();
        }
        Statement share = Statement.of(q, SECTORS[place], Measure.LEVEL);
        boolean from = STARTS.matcher(
                        reading.text().substring(0, reading.quantity(first).start()))
                .find();
        return List.of(from ? share.startedFrom() : share);
    }
}
