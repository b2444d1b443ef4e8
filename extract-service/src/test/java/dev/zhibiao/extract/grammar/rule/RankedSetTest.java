package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class RankedSetTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "9家企业进入全国⟦前50强⟧。 -> nothing",
                "综合评价在⟦7个⟧区域中心城市中排名第二。 -> nothing",
                "空气质量综合指数在全国168个重点城市排名⟦48位⟧。 -> 空气质量综合指数 rank = 48 位 全国168个重点城市");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("16个行业实现两位数增长。", "90多个国家的6000多位嘉宾参会。", "9家企业进入全国先进行列。", "新增中心城市公园7个，居全省第二。", "7个城市中有3个达标。");
    }
}
