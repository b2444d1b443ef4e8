package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.quantity.Amount;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code 在7个区域中心城市中排名第二}: how many are ranked belongs to the name of the set. */
final class RankedSet implements Rule {

    private static final KeyedPattern RANKED = KeyedPattern.compile(
            "^(?!.*(进入|跻身|迈入|实现))[^，。；：、\\d]{2,14}?(中|里|内)?(综合)?(排名|排在|排|位居|位列|居|列)?(第|前|全[国省市])?$");

    /** 排名12位; not 国家的600位贵宾. */
    private static final KeyedPattern PLACED = KeyedPattern.compile("(排名|排在|排|居|列|第)$");

    private static final KeyedPattern ENTERED =
            KeyedPattern.compile("[^，。；、]{2,16}?(进入|跻身|入选|入围|入列|迈入|挺进|上榜)[^，。；]{0,24}");

    /** 9家企业进入全国前50强: how many entered is told, not who came where. */
    private static boolean isEntered(Reading reading, int index) {
        Quantity place = reading.quantity(index);
        if (index == 0 || !(place.amount() instanceof Amount.AtMost)) {
            return false;
        }
        Quantity counted = reading.quantity(index - 1);
        return counted.kind() == QuantityKind.COUNT
                && !counted.unit().equals("位")
                && ENTERED.matches(reading.text().substring(counted.end(), place.start()));
    }

    @Override
    public boolean refuses() {
        return true;
    }

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        if (q.kind() == QuantityKind.RANK) {
            return isEntered(reading, index) ? List.of() : null;
        }
        if (q.kind() != QuantityKind.COUNT || index + 1 >= reading.size()) {
            return null;
        }
        if (q.unit().equals("位") && q.start() > 0 && "由从".indexOf(reading.text().charAt(q.start() - 1)) >= 0) {
            // 由48位上升到31位: a place itself.
            return null;
        }
        Quantity place = reading.quantity(index + 1);
        String between = reading.text().substring(q.end(), place.start());
        // 6000多位嘉宾, 两位数: no place.
        boolean stands = place.end() == reading.text().length()
                || "，。；、！？：）和".indexOf(reading.text().charAt(place.end())) >= 0;
        boolean ranks = place.kind() == QuantityKind.RANK || place.unit().equals("位") && stands && PLACED.isIn(between);
        return ranks && !isEntered(reading, index + 1) && RANKED.matches(between) ? List.of() : null;
    }
}
