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
                "引进某研究院等⟦25个⟧大项目。 -> 引进大项目 level = 25 个",
                "⟦18个⟧区县增加值增长17%。 -> 区县 level = 18 个",
                "⟦2200户⟧公有小企业中已有1100户转制。 -> 公有小企业 level = 2200 户",
                "建设⟦10个⟧工程研究中心和一批实验室。 -> 建设工程研究中心 level = 10 个",
                "完成⟦14个⟧村、6449人的脱贫任务。 -> 完成村脱贫任务 level = 14 个",
                "市财政安排⟦5000万元⟧专项资金，支持创业。 -> 市财政安排专项资金 level = 50000000 元");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("新增上市企业5家。", "吞吐量突破200万标箱并跻身前列。", "财政收入84.3亿元，增长5%。");
    }
}
