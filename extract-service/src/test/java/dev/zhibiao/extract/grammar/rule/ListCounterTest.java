package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class ListCounterTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "执行省里规定、落实⟦二十条⟧、执行新十条。 -> nothing",
                "重点抓好以下⟦6项⟧工作。 -> nothing",
                "抓好以下⟦6个⟧示范区建设。 -> nothing",
                "落实中央⟦八项⟧规定精神。 -> nothing");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("抓好3个示范区建设。", "办好10个创业基地。", "完成技术改造80项。", "建成20个社区食堂。", "抓好6个农产品生产基地建设。");
    }
}
