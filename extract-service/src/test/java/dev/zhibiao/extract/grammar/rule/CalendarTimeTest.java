package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class CalendarTimeTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "连续⟦8个⟧多月无病例。 -> nothing",
                "实施⟦三年⟧行动，效果明显。 -> nothing",
                "为⟦70岁⟧以上老人免费体检。 -> nothing",
                "空气优良天数达到⟦320天⟧。 -> 空气优良天数 level = 320 天",
                "空气优良天数306天，较2014年增加⟦38天⟧。 -> 空气优良天数 change = 38 天 / 2014年",
                "满意度得分⟦85.18分⟧。 -> 满意度得分 level = 85.18 分");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("建设周期缩短了6个月。", "空气优良天数达到320天。", "新增就业3.2万人。");
    }
}
