package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose a value is that is named by a word which says nothing alone: 投资 of the projects counted just before, 增加值 of the branch
 * whose 总产值 was told, 竣工 of the homes whose start was.
 */
final class Owner {

    private static final KeyedPattern OF_COUNTED =
            KeyedPattern.compile("(累计|当年)?(完成投资|年度投资|投资总?额|总投资额|签约总额|签约金额|合同金额|协议金额|交易额|成交额|销售额|营收|总规模|募集资金|协议资金)");
    /** What money is put into or made by. */
    private static final KeyedPattern COSTS = KeyedPattern.compile("(项目|工程|企业|基金|展会|园区|基地|公司|产业|合同)$");

    private static final KeyedPattern OF_OUTPUT = KeyedPattern.compile("增加值|利润|利税|营收|利润总额|销售收入|营业收入");
    private static final KeyedPattern OUTPUT =
            KeyedPattern.compile("(?<=.{2})(?<!增加|完成|实现|创造|兴办)(总产值|产值|主营业务收入|营业收入|销售收入)$");
    private static final KeyedPattern STAGE = KeyedPattern.compile("新开工|开工建设|开工|续建|基本建成|建成|竣工|完工|交付|投产|新增");
    /** What a first stage leaves around the thing itself. */
    private static final KeyedPattern STAGE_BEFORE =
            KeyedPattern.compile("^(新开工建设|开工建设|新开工|开工|新建|续建|建设|实施|启动|推进)+|^创(?=中国|国家|省)");

    private static final KeyedPattern STAGE_BEHIND = KeyedPattern.compile("(新开工|开工建设|开工|竣工投产|竣工|基本建成|建成|投产|总量|总数)$");

    private static final KeyedPattern EXTENT = KeyedPattern.compile("总面积|总长度?");
    private static final KeyedPattern YIELD = KeyedPattern.compile("总?产量|总产|单产");
    private static final KeyedPattern SOWN = KeyedPattern.compile("(?<=.{2})(播种面积|种植面积|生产面积)$");
    private static final int LONGEST = 10;
    private static final int LONG = 18;

    private Owner() {}

    /** The name with what it is of, or null where it says enough or nothing was said that it could be of. */
    static @Nullable String named(String name, QuantityKind kind, @Nullable Statement last) {
        if (last == null || last.measure() != Measure.LEVEL || name.isEmpty()) {
            return null;
        }
        boolean counted = !last.unit().isEmpty() && "%元美元".indexOf(last.unit()) < 0;
        if (counted && EXTENT.matches(name)) {
            return of(thing(last.indicator()), name);
        }
        if (counted && OF_COUNTED.matches(name)) {
            String thing = thing(last.indicator());
            return COSTS.isIn(thing) && !thing.contains("、") ? of(thing, name) : null;
        }
        if (YIELD.matches(name) && SOWN.isIn(last.indicator())) {
            // 粮食播种面积172万亩、产量14亿斤
            String crop = SOWN.withoutFirst(last.indicator());
            return of(crop.substring(Verbs.leading(crop).length()), name);
        }
        if (OF_OUTPUT.matches(name) && OUTPUT.isIn(last.indicator())) {
            String branch = OUTPUT.withoutFirst(last.indicator());
            return of(branch.substring(Verbs.leading(branch).length()), name);
        }
        if ((kind == QuantityKind.COUNT || kind == QuantityKind.MEASURE) && STAGE.matches(name) && counted) {
            String thing = STAGE_BEHIND.withoutFirst(STAGE_BEFORE.withoutFirst(last.indicator()));
            // 经营主体（含个体户）达11万个、新增7000个: what more there is of it has its name, however long.
            return name.equals("新增") && thing.length() > LONGEST && thing.length() <= LONG
                    ? thing + name
                    : of(thing, name);
        }
        return null;
    }

    private static @Nullable String of(String thing, String name) {
        return thing.length() < 2 || thing.length() > LONGEST ? null : thing + name;
    }

    /** 市重点项目 of 安排市重点项目. */
    private static String thing(String counted) {
        return bare(STAGE_BEHIND.withoutFirst(counted));
    }

    private static String bare(String name) {
        String plain = name.startsWith("的") ? name.substring(1) : name;
        String rest = plain.substring(Verbs.leading(plain).length());
        if (rest.startsWith("、")) {
            // 新建、改建市场
            rest = rest.substring(1 + Verbs.leading(rest.substring(1)).length());
        }
        // 签约项目, not any 项目; 推进实施 is no thing.
        return rest.isEmpty() || Verbs.leading(rest).equals(rest) ? "" : rest.length() < 3 ? plain : rest;
    }
}
