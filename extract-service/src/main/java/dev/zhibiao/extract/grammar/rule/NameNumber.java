package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.number.Numeral;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code “113”服务业}, {@code 2号线}, {@code 百亿级}, {@code 一个}: the number is part of a name or idiom. */
final class NameNumber implements Rule {

    private static final Pattern RATED = Pattern.compile("^(级|型|号|档|梯队|时代|俱乐部|企业家|强(?!度)|工程(?!项目)|行动|计划|战略)");
    private static final Pattern INDEX = Pattern.compile(".*(比|系数|指数|得分|评分|密度|人数|户数|数量?|基尼系数)[为至达到降缩小提高升约]*$");

    @Override
    public boolean refuses() {
        return true;
    }

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        boolean ordered = q.kind() == QuantityKind.ORDER;
        boolean bare = q.kind() == QuantityKind.BARE && !measuresBare(reading, q);
        char before = q.start() == 0 ? ' ' : reading.text().charAt(q.start() - 1);
        boolean counted = before == '第' || before == '每' && q.style() == Numeral.Style.MAGNITUDE;
        boolean line = q.unit().matches("[kK][vV]") && !reading.tail(index).isEmpty();
        return counted || line || ordered || bare || isQuoted(reading, q) || isRated(reading, q) || isIdiom(reading, q)
                ? List.of()
                : null;
    }

    private static boolean measuresBare(Reading reading, Quantity q) {
        String before = reading.text().substring(0, q.outerStart());
        boolean threshold =
                reading.text().startsWith("大关", q.end()) || reading.text().startsWith("台阶", q.end());
        return threshold || INDEX.matcher(before).matches();
    }

    private static boolean isQuoted(Reading reading, Quantity q) {
        String text = reading.text();
        int open = Math.max(text.lastIndexOf('“', q.start()), text.lastIndexOf('《', q.start()));
        int close = open < 0 ? -1 : text.indexOf(text.charAt(open) == '“' ? '”' : '》', open);
        // A whole clause in quotation marks still reports; a short name does not.
        return open >= 0 && close > q.start() && close - open < 24;
    }

    private static boolean isRated(Reading reading, Quantity q) {
        boolean amount =
                q.kind() == QuantityKind.COUNT || q.kind() == QuantityKind.MEASURE || q.kind() == QuantityKind.MONEY;
        return amount && RATED.matcher(reading.text().substring(q.end())).find();
    }

    /** Chinese numerals below ten in front of a counter mostly enumerate what was just named. */
    private static boolean isIdiom(Reading reading, Quantity q) {
        if (q.style() == Numeral.Style.DIGITS || q.kind() != QuantityKind.COUNT && q.kind() != QuantityKind.TIMES) {
            return false;
        }
        boolean one = q.amount().value().compareTo(BigDecimal.ONE) == 0;
        boolean small = q.amount().value().compareTo(BigDecimal.TEN) <= 0;
        boolean vague = small && "个种类次批点面重部口条步场位篇".contains(q.unit().substring(0, 1));
        return one
                || vague
                || small
                        && !reading.startsClause(index(reading, q))
                        && reading.tail(index(reading, q)).isEmpty()
                        && q.start() > 0
                        && reading.text().charAt(q.start() - 1) == '等';
    }

    private static int index(Reading reading, Quantity q) {
        for (int i = 0; i < reading.size(); i++) {
            if (reading.quantity(i) == q) {
                return i;
            }
        }
        return 0;
    }
}
