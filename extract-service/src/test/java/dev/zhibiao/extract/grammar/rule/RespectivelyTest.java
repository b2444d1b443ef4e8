package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class RespectivelyTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "城镇、农村居民人均可支配收入分别达到⟦70464元⟧和41544元。 -> 城镇居民人均可支配收入 level = 70464 元",
                "高新技术产业、装备制造业增加值分别增长7.3%和⟦14.7%⟧。 -> 装备制造业增加值 growth = 14.7 %",
                "刑事、治安警情分别下降⟦12.1%⟧和30.9%。 -> 刑事警情 growth = -12.1 %",
                "规模以上工业增加值和固定资产投资增长16.5%、⟦14%⟧。 -> 固定资产投资 growth = 14 %",
                "城镇和农村居民人均收入达到30000元、⟦15000元⟧。 -> 农村居民人均收入 level = 15000 元",
                "城镇居民人均收入和农村居民人均纯收入年均增长⟦7%⟧。 -> 城镇居民人均收入 growth = 7 %; 农村居民人均纯收入 growth = 7 %",
                "出口额、零售额均增长⟦8%⟧。 -> 出口额 growth = 8 %; 零售额 growth = 8 %");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("出口额增长8%。", "人均收入增长8%。", "示范村和样板路增长8%。", "电子及通信设备投资增长8%。");
    }
}
