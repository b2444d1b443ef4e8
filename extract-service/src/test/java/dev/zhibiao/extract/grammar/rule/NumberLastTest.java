package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class NumberLastTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "一般公共预算收入达到⟦84.3亿元⟧。 -> 一般公共预算收入 level = 8430000000 元",
                "新增产品2个、省级企业⟦1家⟧。 -> 新增省级企业 level = 1 家",
                "盘活土地⟦2000多亩⟧。 -> 盘活土地 level > 2000 亩",
                "失业率控制在⟦3%⟧以内。 -> 失业率 level <= 3 %",
                "培育标杆企业⟦4至6家⟧。 -> 培育标杆企业 level = 4..6 家",
                "引进内资项目77个，资金⟦99.2亿元⟧。 -> 引进内资项目资金 level = 9920000000 元",
                "地区生产总值年均增长6.7%，2020年达到⟦2.31万亿元⟧。 -> 地区生产总值 level = 2310000000000 元",
                "地区生产总值2019年达到⟦2万亿元⟧。 -> 地区生产总值 level = 2000000000000 元",
                "地区生产总值增长5.5%，力争达到⟦6%⟧。 -> 地区生产总值 growth = 6 %",
                "建设支出⟦5,960,281,000元⟧。 -> 建设支出 level = 5960281000 元",
                "压减一般性支出⟦15%⟧。 -> 压减一般性支出 growth = -15 %");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("完成10个数字化车间。", "出口额增长8%。");
    }
}
