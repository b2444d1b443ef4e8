package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class MultipleTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "生产总值突破660亿元，是2015年的⟦1.7倍⟧。 -> 生产总值 multiple = 1.7 倍 / 2015年",
                "民生支出237亿元，为“十二五”的⟦2.4倍⟧。 -> 民生支出 multiple = 2.4 倍 / “十二五”");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("产值增长2倍。", "产值达到20亿元。");
    }
}
