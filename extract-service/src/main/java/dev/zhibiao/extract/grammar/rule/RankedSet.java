package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code 在7个区域中心城市中排名第二}: how many are ranked belongs to the name of the set. */
final class RankedSet implements Rule {

    private static final Pattern RANKED =
            Pattern.compile("^(?!.*(进入|跻身|迈入|实现))[^，。；：、\\d]{2,14}?(中|里|内)?(综合)?(排名|排在|排|位居|位列|居|列)?(第|前|全[国省市])?$");

    /** 排名12位; not 国家的600位贵宾. */
    private static final Pattern PLACED = Pattern.compile("(排名|排在|排|居|列|第)$");

    private static final Pattern AMONG = Pattern.compile("(在|保持|位?居|位?列|全[国省市县区])$");

    @Override
    public boolean refuses() {
        return true;
    }

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        if (q.kind() != QuantityKind.COUNT || index + 1 >= reading.size()) {
            return null;
        }
        if (q.unit().equals("位") && q.start() > 0 && "由从".indexOf(reading.text().charAt(q.start() - 1)) >= 0) {
            // 由48位上升到31位: a place itself.
            return null;
        }
        Quantity place = reading.quantity(index + 1);
        String between = reading.text().substring(q.end(), place.start());
        boolean ranks = place.kind() == QuantityKind.RANK
                || place.unit().equals("位") && PLACED.matcher(between).find();
        return ranks && RANKED.matcher(between).matches() ? List.of() : null;
    }
}
