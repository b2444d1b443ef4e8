package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class RankFromToTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "创新能力全国排名从⟦第24位⟧提升至第19位。 -> 创新能力 rank = 24 位 全国",
                "创新能力全国排名从第24位提升至⟦第19位⟧。 -> 创新能力 rank = 19 位 全国",
                "高新区在国家级高新区综合排名由第48位上升到⟦第31位⟧。 -> 高新区 rank = 31 位 国家级高新区",
                "工业总产值在全国的位置，由原来的第十五位上升到⟦第十位⟧。 -> 工业总产值 rank = 10 位 全国",
                "出口总额增长37.1%，达到8512亿元，由上年居世界⟦第五位⟧上升到第四位。 -> 出口总额 rank = 5 位 世界",
                "吞吐量达762万标箱，增长50%，在全球枢纽港中的排名由2001年的第8位跃升为⟦第6位⟧。 -> 吞吐量 rank = 6 位 全球枢纽港",
                "高新区进入全国“第一梯队”，从第54位上升至⟦第26位⟧。 -> 高新区 rank = 26 位",
                "综合实力排名由48位上升到⟦31位⟧。 -> 综合实力 rank = 31 位");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("创新能力居全国第24位。", "综合实力排名48位、上升17位。", "失业率由5%下降到4%。");
    }
}
