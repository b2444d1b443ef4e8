package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class FromToTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "亩均税收从2015年的⟦18万元⟧提高至35.3万元。 -> 亩均税收 level = 180000 元", "城镇化率由⟦60%⟧提高到65%。 -> 城镇化率 level = 60 %");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("服务业增长5%到6%。", "到2025年城镇化率达到65%。");
    }
}
