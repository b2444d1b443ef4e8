package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class NumberFirstTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "完成⟦10个⟧数字化车间、40个改造项目。 -> 完成数字化车间 level = 10 个",
                "⟦1030家⟧企业上云。 -> 企业上云 level = 1030 家",
                "⟦147个⟧国考断面水质优良率达到100%。 -> 国考断面 level = 147 个",
                "推出⟦28大项⟧、165小项改革任务。 -> 推出改革任务 level = 28 大项",
                "省级⟦86.8%⟧的许可事项实现全程网办。 -> 省级许可事项实现全程网办 level = 86.8 %",
                "⟦10个⟧产业园区注重提升内涵。 -> 产业园区 level = 10 个",
                "⟦14个⟧国、省考核断面水质优良率保持100%。 -> 国、省考核断面 level = 14 个",
                "引进某研究院等⟦25个⟧大项目。 -> 引进大项目 level = 25 个");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("新增上市企业5家。", "财政收入84.3亿元，增长5%。");
    }
}
