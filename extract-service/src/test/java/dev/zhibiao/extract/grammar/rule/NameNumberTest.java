package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class NameNumberTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "推进“⟦113⟧”产业行动。 -> nothing",
                "地铁⟦4号线⟧开工建设。 -> nothing",
                "打造⟦百亿级⟧产业集群。 -> nothing",
                "办成了⟦一批⟧实事。 -> nothing");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("建成3个车间。", "财政收入突破千亿元大关。");
    }
}
