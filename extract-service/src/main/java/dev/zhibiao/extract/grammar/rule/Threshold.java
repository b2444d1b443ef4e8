package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.number.Numeral;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code 5亿元以上项目60个}, {@code 亿元以上}: the bound is part of the name of what is counted. */
final class Threshold implements Rule {

    @Override
    public boolean refuses() {
        return true;
    }

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        boolean amount = q.kind() == QuantityKind.MONEY || q.kind() == QuantityKind.MEASURE;
        if (q.style() == Numeral.Style.MAGNITUDE && q.kind() == QuantityKind.MONEY) {
            return q.outerStart() < q.start() ? null : List.of();
        }
        if (!amount || q.outerEnd() == q.end() || q.outerEnd() >= reading.text().length()) {
            return null;
        }
        char next = reading.text().charAt(q.outerEnd());
        boolean named = next > 0x2e80 && "，。；、！？：）”和及以并的".indexOf(next) < 0;
        boolean countedInFront = index > 0
                && reading.tail(index - 1).isEmpty()
                && reading.quantity(index - 1).outerEnd() == q.outerStart();
        boolean countedBehind = index + 1 < reading.size()
                && reading.text()
                        .substring(q.outerEnd(), reading.quantity(index + 1).start())
                        .matches("[^，。；：]{1,24}");
        return named && (q.kind() == QuantityKind.MONEY || countedBehind || countedInFront) ? List.of() : null;
    }
}
