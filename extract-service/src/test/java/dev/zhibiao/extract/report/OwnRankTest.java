package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.extract.grammar.rule.Rules;
import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnRankTest {

    @ParameterizedTest
    @CsvSource({
        "云山跃居2022全球“科技集群”第55位、较上年提升18位。, 全球“科技集群”/全球 全球“科技集群”/null",
        "云山市位居全国“科研城市”第16位、前进4位。, 全国“科研城市”/全国 全国“科研城市”/null",
        "白水跃居全球“科技集群”第55位。, 白水/全球“科技集群”",
        "云山质量竞争力居全国第3位。, 云山质量竞争力/全国"
    })
    void namesTheListThatTheOwnAreaIsPlacedOn(String words, String expected) {
        OwnRank rank = new OwnRank(new OwnArea("某省/云山市"));
        List<String> places = Rules.read(Sentence.alone(words)).stream()
                .map(finding -> rank.of(finding.statement()))
                .map(said -> said.indicator() + "/" + said.scope())
                .toList();
        assertThat(String.join(" ", places)).isEqualTo(expected);
    }
}
