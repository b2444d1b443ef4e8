package dev.zhibiao.extract.grammar.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankedListTest {

    private static List<String> places(String words) {
        return Rules.read(Sentence.alone(words)).stream()
                .map(Rules.Finding::statement)
                .filter(said -> said.measure() == Measure.RANK || said.unit().equals("位"))
                .map(said -> said.indicator() + "/" + said.scope() + "/"
                        + said.amount().value())
                .toList();
    }

    @Test
    void namesTheListWhereAGrowthWasToldBefore() {
        assertThat(places("生产总值年均增长9%，2019年位居全国地级市100强第66位。")).containsExactly("地级市100强/全国地级市100强/66");
    }

    @Test
    void goesOnWithTheListThatTheClauseBeforeNamed() {
        assertThat(places("位居全国百强城市第66位，2020年在不利形势下又前进12位、跃升至54位。"))
                .containsExactly("全国百强城市/全国百强城市/66", "全国百强城市/null/12", "全国百强城市/全国百强城市/54");
    }

    @Test
    void leavesTheYearOutOfTheSet() {
        assertThat(places("云山跃居2022全球“科技集群”第55位。")).containsExactly("云山/全球“科技集群”/55");
    }

    @Test
    void leavesAPlaceAmongAreasToWhatWasToldBefore() {
        assertThat(places("财政收入增长9%，居全省第2位。")).containsExactly("财政收入增速/全省/2");
    }
}
