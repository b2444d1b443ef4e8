package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class ThresholdTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "引进⟦5亿元⟧以上项目60个。 -> nothing",
                "实施⟦50亩⟧以上连片改造项目6个。 -> nothing",
                "销售收入过⟦10亿元⟧的企业47家。 -> nothing",
                "完成4010个⟦50户⟧以上自然村通路工程。 -> nothing",
                "新增收入超⟦100亿元⟧企业4家。 -> nothing",
                "引进总投资⟦1000万美元⟧以上的外资项目100个。 -> nothing",
                "整治⟦1000人⟧以上集中式饮用水水源地。 -> nothing",
                "将⟦25度⟧以上陡坡耕地纳入退耕范围。 -> nothing",
                "用电容量⟦160千瓦⟧以下的小微企业接入免费。 -> nothing",
                "铺设⟦3.5米⟧以上硬化路。 -> nothing");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("财政收入达到5亿元以上。", "新增企业300家以上。");
    }
}
