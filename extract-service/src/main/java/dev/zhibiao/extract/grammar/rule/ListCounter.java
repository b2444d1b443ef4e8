package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.number.Numeral;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code 做好以下六项工作}, {@code 8个方面}: the number announces a list. */
final class ListCounter implements Rule {

    private static final KeyedPattern LISTED =
            KeyedPattern.compile("^(方面|着力点|重点方面|工作[：，。；]?$|工作[：，。]|重点任务[：，。]|原则|关系|问题$|字$|坚持|意识|自信|维护|确保|必须|更加)");
    private static final KeyedPattern RULES = KeyedPattern.compile("规定|大事|禁令|准则|原则|要求|纪律|制度|补贴|基本国策|机制");
    private static final KeyedPattern ANNOUNCED = KeyedPattern.compile(".*(以下|如下|下列|做好|抓好|突出|围绕|坚持|把握|聚焦|办好|做了)$");

    /** 抓好3个重点 announces, 抓好3个产业园建设 counts. */
    private static final KeyedPattern ANNOUNCES =
            KeyedPattern.compile("^(方面|重点|关键|环节|专项|结合|突出|着力|统筹|到位|坚持|转变|问题|必须|大|抓手|[，。；：])");
    /** 抓好6个农产品生产基地建设 counts, 抓好以下6个基地建设 announces. */
    private static final KeyedPattern BUILT =
            KeyedPattern.compile("^[^，。；：、]{2,16}(基地|示范区|园区|试点|县|镇|村|集群|中心)(建设)?(?=[，。；、]|$)");

    /** 落实二十条, 执行新十条: rules known by their number. */
    private static final KeyedPattern RULED = KeyedPattern.compile("(落实|执行|贯彻|遵守)新?$");

    private static boolean counts(Quantity q, String behind) {
        return q.style() == Numeral.Style.DIGITS && q.unit().equals("个") && !ANNOUNCES.isIn(behind);
    }

    @Override
    public boolean refuses() {
        return true;
    }

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        if (q.kind() != QuantityKind.COUNT) {
            return null;
        }
        boolean few = q.amount().value().intValue() <= 20;
        if (!few) {
            return null;
        }
        String behind = reading.text().substring(q.end());
        boolean words = q.style() == Numeral.Style.HANZI && RULES.begins(behind);
        boolean announced = ANNOUNCED.matches(reading.text().substring(0, q.start()))
                && (reading.text().startsWith("下", Math.max(0, q.start() - 1))
                        || !counts(q, behind) && !BUILT.isIn(behind));
        boolean ruled = q.style() == Numeral.Style.HANZI
                && q.unit().equals("条")
                && reading.tail(index).isEmpty()
                && RULED.isIn(reading.text(), 0, q.start());
        return ruled || words || LISTED.isIn(behind) || announced && "项个件大条".contains(q.unit()) ? List.of() : null;
    }
}
