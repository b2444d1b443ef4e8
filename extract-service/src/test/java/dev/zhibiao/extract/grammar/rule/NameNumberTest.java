package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class NameNumberTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "打破城乡⟦二元⟧结构。 -> nothing",
                "物价⟦一度⟧上涨过快。 -> nothing",
                "推进“⟦113⟧”产业行动。 -> nothing",
                "地铁⟦4号线⟧开工建设。 -> nothing",
                "打造⟦百亿级⟧产业集群。 -> nothing",
                "做好土地⟦二轮⟧承包工作。 -> nothing",
                "坚持⟦一元⟧化领导。 -> nothing",
                "走进⟦千家⟧万户。 -> nothing",
                "建设⟦万亩⟧示范区。 -> nothing",
                "开通至⟦六盘⟧水的列车。 -> nothing",
                "改造⟦三台⟧县水厂。 -> nothing",
                "扩建⟦五台⟧山机场。 -> nothing",
                "疏浚⟦十五里⟧河河口。 -> nothing",
                "两江⟦三市⟧经济总量占全省41%。 -> nothing",
                "⟦九市⟧一区空气优良。 -> nothing",
                "完成⟦1%⟧人口抽样调查。 -> nothing",
                "实施6个⟦220千伏⟧、11个110千伏输变电项目。 -> nothing",
                "研制⟦3兆瓦⟧风电机组。 -> nothing",
                "生产汽车⟦零部⟧件。 -> nothing",
                "提高残疾人⟦两项⟧补贴标准。 -> nothing",
                "深化企业⟦三项⟧制度改革。 -> nothing",
                "办成了⟦一批⟧实事。 -> nothing");
    }

    @Override
    List<String> lookAlikes() {
        return List.of(
                "解决4.5万人口饮水困难。",
                "应对8轮强降雨、4次强台风。",
                "230个计划新开工项目全部开工。",
                "举办两届农民运动会。",
                "综合指数131.6，提高26.9。",
                "参保人数由37.3万扩大到80万。",
                "调集3.7万安保力量。",
                "粮食储备增加近一倍。",
                "建成3个车间。",
                "财政收入突破千亿元大关。",
                "培训4.5万农村劳动力。",
                "建成三个供养中心。",
                "引进三家企业。",
                "新增上市公司三家。",
                "配备救护车五台。",
                "新修绿道十里。",
                "打破三项世界纪录。");
    }
}
