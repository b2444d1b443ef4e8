package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class RankingTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "规上工业增加值增长7.8%，增速居全市⟦第二⟧。 -> 规上工业增加值增速 rank = 2 位 全市",
                "中考成绩蝉联全市⟦第一⟧。 -> 中考成绩 rank = 1 位 全市",
                "透明度指数排名连续三年位居全国⟦前三⟧。 -> 透明度指数 rank <= 3 位 全国",
                "综合实力全国百强区排名上升至⟦54位⟧。 -> 综合实力 rank = 54 位 全国百强区",
                "参保率、满意率分列全市⟦第二⟧和第三。 -> 参保率 rank = 2 位 全市");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("第四，深化价格改革。", "第三产业增加值增长8%。", "前三季度增长8%。");
    }
}
