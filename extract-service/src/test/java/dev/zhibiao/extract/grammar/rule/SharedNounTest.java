package dev.zhibiao.extract.grammar.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedNounTest {

    private static List<String> names(String words) {
        return Rules.read(Sentence.alone(words)).stream()
                .map(finding -> finding.statement().indicator())
                .toList();
    }

    @Test
    void givesThePredicateToEveryCountOfTheList() {
        assertThat(names("全县70%的乡、60%的村通了自来水。")).containsExactly("乡通了自来水", "村通了自来水");
        assertThat(names("5家企业、3个园区列入国家试点。")).containsExactly("企业列入国家试点", "园区列入国家试点");
    }

    @Test
    void givesTheNounBehindTheCharacterThatTwoEndIn() {
        assertThat(names("9个国控、21个省控水质监测断面设立标牌。")).first().isEqualTo("国控水质监测断面设立标牌");
        assertThat(names("新建4个110千伏、7个35千伏变电站。")).containsExactly("新建110千伏变电站", "新建35千伏变电站");
    }

    @Test
    void givesTheNounBehindAPlace() {
        assertThat(names("实施3个县、14个乡镇污水处理项目。")).containsExactly("实施县污水处理项目", "实施乡镇污水处理项目");
    }

    @Test
    void namesTwoCountsOfOneThing() {
        assertThat(names("完成8条96公里村道改造。")).containsExactly("完成村道改造", "村道改造");
        assertThat(names("办好6类32件民生实事。")).containsExactly("办好民生实事", "民生实事");
    }

    @Test
    void leavesNamesThatAreWholeAlone() {
        assertThat(names("新建6座立交桥、9座人行天桥（隧道）。")).containsExactly("新建立交桥", "新建人行天桥（隧道）");
        assertThat(names("3万人脱贫、12个村出列。")).containsExactly("脱贫", "村出列");
        assertThat(names("接待外宾200人、30家媒体。")).first().isEqualTo("接待外宾");
    }

    @Test
    void givesTheWordOfCapacityToAllOfOneUnit() {
        assertThat(names("形成300万吨炼油、12万吨乙烯生产能力。")).containsExactly("形成炼油生产能力", "乙烯生产能力");
        assertThat(names("加快20万千瓦风电和6万千瓦光伏等重点项目建设。")).first().isEqualTo("风电项目");
    }
}
