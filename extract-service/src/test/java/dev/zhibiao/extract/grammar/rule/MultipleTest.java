package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class MultipleTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of(
                "生产总值突破660亿元，是2015年的⟦1.7倍⟧。 -> 生产总值 multiple = 1.7 倍 / 2015年",
                "民生支出237亿元，为“十二五”的⟦2.4倍⟧。 -> 民生支出 multiple = 2.4 倍 / “十二五”",
                "日均货车数量超疫情前的⟦6倍⟧。 -> 日均货车数量 multiple > 6 倍 / 疫情前",
                "供养标准不低于当地低保标准的⟦1.6倍⟧。 -> 供养标准 multiple >= 1.6 倍 / 当地低保标准",
                "加工业产值增至种养业的⟦3.7倍⟧。 -> 加工业产值 multiple = 3.7 倍 / 种养业",
                "存贷款余额均为五年前的⟦1.4倍⟧。 -> 存款余额 multiple = 1.4 倍 / 五年前 ; 贷款余额 multiple = 1.4 倍 / 五年前",
                "外贸总额和到账外资分别是2002年的3.1倍、⟦3.8倍⟧。 -> 到账外资 multiple = 3.8 倍 / 2002年",
                "申请量、授权量分别达到40件、14件，是2011年的7.3倍和⟦3.8倍⟧。 -> 授权量 multiple = 3.8 倍 / 2011年",
                "甲公司产值增长5%，乙公司产值增长8%，总量分别是2002年的⟦2.1倍⟧和2.9倍。 -> 甲公司产值总量 multiple = 2.1 倍 / 2002年");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("产值增长2倍。", "产值和税收分别比三年前增长2倍和3倍。", "产值达到20亿元。");
    }
}
