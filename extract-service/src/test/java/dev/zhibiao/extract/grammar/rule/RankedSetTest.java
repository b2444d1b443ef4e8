package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class RankedSetTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "综合评价在⟦7个⟧区域中心城市中排名第二。 -> nothing", "空气质量综合指数在全国168个重点城市排名⟦48位⟧。 -> 空气质量综合指数 rank = 48 位 全国168个重点城市");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("新增中心城市公园7个，居全省第二。", "7个城市中有3个达标。", "16个行业实现两位数增长。", "90多个国家和地区的6000多位贵宾来访。", "9个城市水质进入全国前30。");
    }
}
