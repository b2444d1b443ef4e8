package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class ThresholdTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of("引进⟦5亿元⟧以上项目60个。 -> nothing", "实施⟦50亩⟧以上连片改造项目6个。 -> nothing");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("财政收入达到5亿元以上。", "新增企业300家以上。");
    }
}
