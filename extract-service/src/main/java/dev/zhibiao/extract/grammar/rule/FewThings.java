package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.Set;

/**
 * A count below ten in Chinese numerals that counts: {@code 建设水果、花卉等四个种植基地}, {@code 儿童、妇产两个医疗中心开诊}. Elsewhere
 * such a number sums up what was just named, {@code 抓住质量、品牌两个环节}, or announces a list.
 */
final class FewThings {

    /** A verb of building that governs all between it and the number. */
    private static final KeyedPattern BUILDS =
            KeyedPattern.compile("(建设|打造|建成|新建|新增|扶持|培育|形成|创建|设立|开工|启动|改造|布局|构建|加快|建设好|抓好)了?[^，。；：“”\\d]{0,40}$");
    /** What is built. */
    private static final KeyedPattern THING =
            KeyedPattern.compile("^[^，。；：“”、的]{0,20}?(基地|(?<!重)中心|卫星城|新城|集群|园区|产业园|科技园|加工区|开发区|度假区|机场|港区|"
                    + "学校|医院|电站|电厂|重点县|小区|示范区|水库|污水处理厂|公园|口岸|校区|市场|场馆|博物馆|组团)(建设)?([，。；和及、的]|$)");
    /** What is open to all and built by nobody: 国际国内两个市场. */
    private static final KeyedPattern NO_THING = KeyedPattern.compile("^(要素|资源)?(市场|中心|基地)");

    private static final KeyedPattern DONE = KeyedPattern.compile(
            "^(?!季度|月|年|文明|市场|领域|环节|层面|层次|维度|轮子|战场|主体|清单|中心工作)[^，。；：“”、\\d]{2,20}?(开诊|获批|开工|入选|荣获|获评|获得|竣工|投产|投用|"
                    + "建成|开园|开业|启用|通车|挂牌|封关|上市|投入(?=使用|运营|运行|生产)|投运|落户|签约|开通|脱贫(?!攻坚)|摘帽|动工|上榜|跻身|列入|纳入|入围|荣膺|创成|被评为|被列|重组)");

    private static final Set<String> UNITS = Set.of("个", "部", "条", "处");

    private FewThings() {}

    /**
     * Whether what stands around a small number says that it counts.
     *
     * @param before the sentence up to the number
     * @param unit the number's measure word
     * @param behind what follows the number and its unit
     */
    static boolean counts(String before, String unit, String behind) {
        boolean built = THING.isIn(behind) && !NO_THING.isIn(behind) && BUILDS.isIn(before);
        return UNITS.contains(unit) && (built || DONE.isIn(behind));
    }
}
