package dev.zhibiao.extract.grammar.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnerTest {

    private static List<String> names(String words) {
        return Rules.read(Sentence.alone(words)).stream()
                .map(finding -> finding.statement().indicator())
                .toList();
    }

    @Test
    void givesMoneyToWhatWasCounted() {
        assertThat(names("实施城建项目138项，完成投资237亿元，增长3%。")).containsExactly("实施城建项目", "城建项目完成投资", "城建项目完成投资");
        assertThat(names("签约项目46个，总投资额200亿元。")).containsExactly("签约项目", "签约项目总投资额");
    }

    @Test
    void givesAddedValueToTheBranch() {
        assertThat(names("完成农业总产值167亿元，增加值95亿元。")).containsExactly("完成农业总产值", "农业增加值");
    }

    @Test
    void givesWhatIsNewToTheThingThatIsCounted() {
        assertThat(names("民营经济主体（含个体户）达11万个、新增7000个。")).containsExactly("民营经济主体（含个体户）", "民营经济主体（含个体户）新增");
    }

    @Test
    void givesAStageToTheThingThatIsBuilt() {
        assertThat(names("新开工建设保障性住房5万套、竣工2.9万套。")).containsExactly("新开工建设保障性住房", "保障性住房竣工");
        assertThat(names("新开工厂房55万平方米，建成27万平方米。")).containsExactly("新开工厂房", "厂房建成");
        assertThat(names("建设安置房140户、完工50户。")).containsExactly("建设安置房", "安置房完工");
        assertThat(names("重点项目新开工37个、续建64个。")).containsExactly("重点项目新开工", "重点项目续建");
    }

    @Test
    void givesAYieldToItsCropAndAnExtentToWhatWasCounted() {
        assertThat(names("粮食播种面积172万亩、产量14亿斤。")).containsExactly("粮食播种面积", "粮食产量");
        assertThat(names("新建商场11间，总面积18万平方米。")).containsExactly("新建商场", "新建商场总面积");
        assertThat(names("开工建设标准厂房10万平方米、建成6万平方米。")).containsExactly("开工建设标准厂房", "标准厂房建成");
    }

    @Test
    void leavesNamesThatSayEnoughAlone() {
        assertThat(names("引进企业18家，工业投资30亿元。")).containsExactly("引进企业", "工业投资");
        assertThat(names("推进实施4个，完成投资30亿元。")).last().isEqualTo("完成投资");
        assertThat(names("新开工安置房5万套，建成公园3个。")).containsExactly("新开工安置房", "建成公园");
    }
}
