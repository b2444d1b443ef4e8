package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class StructureRatioTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "三次产业结构占比优化为⟦1.3⟧：30.7：68.0。 -> 第一产业占比 level = 1.3 %",
                "三次产业结构调整为1.3：30.7：⟦68.0⟧。 -> 第三产业占比 level = 68.0 %",
                "三次产业结构从⟦21⟧ 43 36调整到19.8 39.8 40.4。 -> 第一产业占比 level = 21 %");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("城乡居民收入比为1.8。", "投资增长1.3%、30.7%。");
    }
}
