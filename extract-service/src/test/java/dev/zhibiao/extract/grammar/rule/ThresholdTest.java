package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class ThresholdTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "完成⟦500头⟧以上养殖场治理440家。 -> nothing",
                "新批总投资⟦5亿元⟧以上的项目12个。 -> nothing",
                "淘汰⟦10吨⟧以下燃煤锅炉。 -> nothing",
                "修复⟦15至25度⟧坡耕地3万亩。 -> nothing",
                "治理边境⟦5公里⟧范围内的村庄。 -> nothing",
                "抓好30个总投资超过⟦2亿元⟧的工业项目。 -> nothing",
                "农村⟦20人⟧以上集中供水率达到99%。 -> nothing",
                "引进⟦5亿元⟧以上项目60个。 -> nothing",
                "实施⟦50亩⟧以上连片改造项目6个。 -> nothing",
                "销售收入过⟦10亿元⟧的企业47家。 -> nothing",
                "完成4010个⟦50户⟧以上自然村通路工程。 -> nothing",
                "新增收入超⟦100亿元⟧企业4家。 -> nothing",
                "引进总投资⟦1000万美元⟧以上的外资项目100个。 -> nothing",
                "新增产值超200亿元企业1家、⟦60亿元⟧企业2家。 -> nothing",
                "整治⟦1000人⟧以上集中式饮用水水源地。 -> nothing",
                "将⟦25度⟧以上陡坡耕地纳入退耕范围。 -> nothing",
                "用电容量⟦160千瓦⟧以下的小微企业接入免费。 -> nothing",
                "铺设⟦3.5米⟧以上硬化路。 -> nothing");
    }

    @Override
    List<String> lookAlikes() {
        return List.of(
                "按人均10元以上标准安排经费。",
                "新建100家以上研发中心。",
                "12个项目完成投资约6亿元。",
                "形成1000亿元以上的投资增量。",
                "单位能耗下降到0.5吨标准煤以下。",
                "财政收入达到5亿元以上。",
                "新增企业300家以上。");
    }
}
