package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class MovementTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "固定资产投资同比增长⟦21.2%⟧。 -> 固定资产投资 growth = 21.2 %",
                "出口总额250亿元，增长⟦8.1%⟧。 -> 出口总额 growth = 8.1 %",
                "能耗下降⟦14%⟧。 -> 能耗 growth = -14 %",
                "覆盖率提高⟦6个百分点⟧。 -> 覆盖率 change = 6 个百分点",
                "贫困人口减少⟦0.5万人⟧。 -> 贫困人口 change = -5000 人",
                "加工率达78.6%、高于全省⟦23个百分点⟧。 -> 加工率高于全省 level = 23 个百分点",
                "高新产业增加值占比重提高⟦0.8个百分点⟧。 -> 高新产业增加值占比重 change = 0.8 个百分点",
                "花卉产业持续壮大，增长⟦19%⟧。 -> 花卉产业 growth = 19 %",
                "经营主体净增⟦6.9万户⟧。 -> 经营主体净增 level = 69000 户",
                "增加⟦4.5亿元⟧发展基金。 -> 增加发展基金 level = 450000000 元",
                "零售价格涨幅为⟦—0.2%⟧。 -> 零售价格 growth = -0.2 %",
                "商品销售总额实现⟦翻番⟧。 -> 商品销售总额 growth = 100 %",
                "用电量比2015年增长⟦37.6%⟧。 -> 用电量 growth = 37.6 % / 2015年");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("城镇化率提高到77.6%。", "新增企业5家。", "人口自然增长率6‰。", "实施存量倍增行动。");
    }
}
