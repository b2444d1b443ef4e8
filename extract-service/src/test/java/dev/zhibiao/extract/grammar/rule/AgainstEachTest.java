package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class AgainstEachTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "财政支出320亿元，分别比上年和2000年增长⟦5.2%⟧和48.6%。 -> 财政支出 growth = 5.2 % / 上年",
                "财政支出320亿元，分别比上年和2000年增长5.2%和⟦48.6%⟧。 -> 财政支出 growth = 48.6 % / 2000年",
                "税收30亿元，农民人均纯收入6120元，比去年、2015年分别增长5.4%、⟦31.5%⟧。 -> 农民人均纯收入 growth = 31.5 % / 2015年",
                "城镇化率比“九五”末和上年分别提高12个和⟦3个百分点⟧。 -> 城镇化率 change = 3 个百分点 / 上年",
                "贫困人口比2010年、五年前分别减少⟦3万人⟧、8万人。 -> 贫困人口 change = -30000 人 / 2010年");
    }

    @Override
    List<String> lookAlikes() {
        return List.of(
                "工业产值和财政收入分别比上年增长5.2%和6.3%。", "财政收入比2000年增长48.6%，比上年增长5.2%。", "工业和农业产值与上年和2015年持平，投资增长5.2%和6.3%。");
    }
}
