package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class FromToTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "亩均税收从2015年的⟦18万元⟧提高至35.3万元。 -> 亩均税收 level = 180000 元",
                "城镇化率由⟦60%⟧提高到65%。 -> 城镇化率 level = 60 %",
                "生产总值从2017年的⟦2099亿元⟧增长至2021年的3393亿元。 -> 生产总值 level = 209900000000 元",
                "城乡居民收入比从⟦2.33∶1⟧缩小到2.24∶1。 -> 城乡居民收入比 level = 2.33",
                "消费价格涨幅从2月份的⟦9.2%⟧回落到12月份的4%。 -> 消费价格 growth = 9.2 %",
                "贡献率从2011年⟦65.5%⟧提高到2016年78.7%。 -> 贡献率 level = 65.5 %",
                "产值1120亿元，占工业比重由2000年的不足⟦15%⟧提高到28.6%。 -> 产值占工业比重 level < 15 %");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("服务业增长5%到6%。", "到2025年城镇化率达到65%。");
    }
}
