package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.number.Numeral;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code 5亿元以上项目60个}, {@code 亿元以上}: the bound is part of the name of what is counted. */
final class Threshold implements Rule {

    private static final KeyedPattern LARGE =
            KeyedPattern.compile("^(?:的)?(企业|工业企业|项目|产业集群|产业园区|园区|乡镇|镇|县|品牌|单品|公司|大县)");
    private static final KeyedPattern NOUN =
            KeyedPattern.compile("(?:的)?[^，。；、\\d]{0,6}?(?:企业|项目|集群|园区|公司)(?:共|达到?|有)?");
    private static final KeyedPattern MANY = KeyedPattern.compile("(一批|一些|若干|多个)[^，。；、\\d]{0,8}$");
    private static final KeyedPattern VILLAGE =
            KeyedPattern.compile("^的?(自然村|自然寨|村民组|行政村|村寨|村庄|居民点|安置点|集中居住|农村居民点|客车|大班额|大型|农村集中|集中式|集中供水|村卫生室|聚居)");
    private static final KeyedPattern PASSED = KeyedPattern.compile("(过|超|超过|突破|达|达到|在|上)$");
    private static final KeyedPattern OF_COUNTED =
            KeyedPattern.compile("^(以上)?的[^，。；：、]{1,12}?(?:已?达到?|有|为|新增|增加到?|发展到)?$");
    /** 总投资5亿元以上的项目, 日处理能力30吨以上设施: what is as large stands in front, which ones are behind. */
    private static final KeyedPattern PROPERTY =
            KeyedPattern.compile("(投资(总?额)?|产值|收入|利税|税利|税收|出口额?|创汇|能耗|能力|坡度|面积|住房|规模|容量|常住人口)(在|达到?|为)?$");

    private static final KeyedPattern EACH = KeyedPattern.compile("[^，。；：、\\d]{2,10}");
    private static final KeyedPattern TIED =
            KeyedPattern.compile("^的[\\u4e00-\\u9fa5]|^[\\u4e00-\\u9fa5&&[^的和及以并与占为是]]{2}");
    private static final KeyedPattern SUCH = KeyedPattern.compile("的?[^，。；：、\\d]{0,8}(企业|项目|集群|园区|公司)(共|达到?|有)?");
    /** 超200亿元企业1家、60亿元企业2家 */
    private static final KeyedPattern ITEM = KeyedPattern.compile("(工业)?(企业|项目|园区|乡镇)");

    private static final KeyedPattern SIZED = KeyedPattern.compile("^的?(集中式|小微企业|小水电|陡坡|坡耕地|燃煤锅炉)");
    private static final KeyedPattern STEEP = KeyedPattern.compile("^[^，。；、]{0,6}(坡|耕地)");
    private static final KeyedPattern WITHIN = KeyedPattern.compile("^(范围内?|半径|以内的?(居民|群众|村))");
    private static final Set<String> WIDTHS = Set.of("米", "厘米", "毫米");
    private static final KeyedPattern NAMED = KeyedPattern.compile("[\\u4e00-\\u9fa5&&[^的和及以并]]");
    private static final KeyedPattern COUNTED_BEHIND = KeyedPattern.compile("[^，。；：、]{3,14}");
    private static final KeyedPattern WITHIN_CLAUSE = KeyedPattern.compile("[^，。；：]{1,24}");

    /** 引进超千万美元重大项目80个, 一批投资超百亿元重大项目: what is counted, or told of as many, passed the bound. */
    private static boolean ofMany(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        boolean many = MANY.isIn(reading.text(), 0, q.outerStart());
        boolean counted =
                index + 1 < reading.size() && reading.quantity(index + 1).kind() == QuantityKind.COUNT;
        String end = counted
                ? reading.text()
                        .substring(q.outerEnd(), reading.quantity(index + 1).outerStart())
                : reading.text().substring(q.outerEnd());
        return counted && NOUN.matches(end) || many && NOUN.begins(end);
    }

    /** 销售收入过10亿元的企业47家: what passed the bound is counted. */
    private static boolean ofCounted(Reading reading, int index) {
        int end = reading.quantity(index).end();
        return index + 1 < reading.size()
                && (reading.quantity(index + 1).kind() == QuantityKind.COUNT
                        || reading.quantity(index + 1).kind() == QuantityKind.PERCENT)
                && OF_COUNTED.matches(reading.text()
                        .substring(end, reading.quantity(index + 1).outerStart()));
    }

    /** 总投资5亿元以上的项目; 10吨以下的锅炉: an upper bound in front of a thing says how small it is. */
    private static boolean isProperty(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        boolean bounds = q.outerEnd() > q.end();
        boolean tied = TIED.isIn(reading.text(), q.outerEnd(), reading.text().length());
        boolean small = q.kind() == QuantityKind.MEASURE && reading.text().startsWith("以下", q.end());
        // 30个总投资超过2亿元的项目: each of those counted.
        boolean each = q.outerStart() < q.start()
                && index > 0
                && reading.quantity(index - 1).kind() == QuantityKind.COUNT
                && EACH.matches(
                        reading.text().substring(reading.quantity(index - 1).end(), q.outerStart()));
        return tied
                && (q.kind() == QuantityKind.MONEY || q.kind() == QuantityKind.MEASURE)
                && (bounds && small || (bounds || each) && PROPERTY.isIn(reading.text(), 0, q.outerStart()));
    }

    /** 500头以上养殖场治理440家: how many stands behind. */
    private static boolean isOfCountBehind(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        return q.kind() == QuantityKind.COUNT
                && q.outerEnd() > q.end()
                && index + 1 < reading.size()
                && reading.quantity(index + 1).kind() == QuantityKind.COUNT
                && reading.tail(index + 1).isEmpty()
                && !q.unit().equals(reading.quantity(index + 1).unit())
                && COUNTED_BEHIND.matches(reading.text()
                        .substring(q.outerEnd(), reading.quantity(index + 1).outerStart()));
    }

    /** 1000人以上集中式饮用水水源地, 160千瓦以下的小微企业, 25度以上陡坡耕地, 边境0—20公里范围. */
    private static boolean isOfAName(Reading reading, Quantity q) {
        String behind = reading.text().substring(q.outerEnd());
        return q.outerEnd() > q.end() && SIZED.isIn(behind)
                || q.unit().equals("度") && STEEP.isIn(behind)
                || WITHIN.isIn(behind) && q.unit().endsWith("里");
    }

    @Override
    public boolean refuses() {
        return true;
    }

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        boolean amount = q.kind() == QuantityKind.MONEY || q.kind() == QuantityKind.MEASURE;
        if (amount && PASSED.isIn(reading.text(), 0, q.start()) && ofCounted(reading, index)) {
            return List.of();
        }
        boolean large = amount
                && q.outerStart() < q.start()
                && (LARGE.isIn(reading.text(), q.outerEnd(), reading.text().length()) || ofMany(reading, index));
        boolean bound = amount
                && q.outerEnd() > q.end()
                && index + 1 < reading.size()
                && reading.quantity(index + 1).kind() == QuantityKind.COUNT
                && SUCH.matches(reading.text()
                        .substring(q.outerEnd(), reading.quantity(index + 1).outerStart()));
        boolean listed = q.kind() == QuantityKind.MONEY
                && index + 1 < reading.size()
                && reading.quantity(index + 1).kind() == QuantityKind.COUNT
                && q.start() > 0
                && reading.text().charAt(q.start() - 1) == '、'
                && ITEM.matches(reading.text()
                        .substring(q.outerEnd(), reading.quantity(index + 1).outerStart()));
        boolean road =
                WIDTHS.contains(q.unit()) && q.outerEnd() > q.end() && NAMED.begins(reading.text(), q.outerEnd());
        if (isProperty(reading, index)) {
            return List.of();
        }
        if (large || bound || listed || road || isOfAName(reading, q)) {
            // 收入超100亿元企业4家, 投资1000万美元以上的外资项目100个, 3.5米以上硬化路
            return List.of();
        }
        if (q.style() == Numeral.Style.MAGNITUDE && q.kind() == QuantityKind.MONEY) {
            return q.outerStart() < q.start() ? null : List.of();
        }
        boolean bounded = q.kind() == QuantityKind.COUNT
                && q.outerEnd() > q.end()
                && index > 0
                && reading.quantity(index - 1).kind() == QuantityKind.COUNT
                && reading.quantity(index - 1).outerEnd() == q.outerStart();
        boolean village = q.kind() == QuantityKind.COUNT
                && q.outerEnd() > q.end()
                && VILLAGE.isIn(reading.text(), q.outerEnd(), reading.text().length());
        if (bounded || village || isOfCountBehind(reading, index)) {
            // 4010个50户以上自然村: the second only says how large the counted ones are.
            return List.of();
        }
        if (!amount || q.outerEnd() == q.end() || q.outerEnd() >= reading.text().length()) {
            return null;
        }
        char next = reading.text().charAt(q.outerEnd());
        boolean paid = reading.text().startsWith("标准", q.outerEnd());
        boolean named = !paid && next > 0x2e80 && "，。；、！？：）”和及以并的".indexOf(next) < 0;
        boolean countedInFront = index > 0
                && reading.tail(index - 1).isEmpty()
                && reading.quantity(index - 1).outerEnd() == q.outerStart();
        boolean countedBehind = index + 1 < reading.size()
                && WITHIN_CLAUSE.matches(reading.text()
                        .substring(q.outerEnd(), reading.quantity(index + 1).start()));
        return named && (q.kind() == QuantityKind.MONEY || countedBehind || countedInFront) ? List.of() : null;
    }
}
