package dev.zhibiao.extract.grammar.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FewThingsTest {

    private static List<String> counts(String words) {
        return Rules.read(Sentence.alone(words)).stream()
                .map(Rules.Finding::statement)
                .map(said -> said.amount().value() + said.unit() + said.indicator())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "建设水果、花卉等四个种植基地。, 4个建设种植基地",
        "打造纺织、陶瓷、茶叶三个百亿级产业集群。, 3个打造百亿级产业集群",
        "重点建设东坡、西坡、南坡三个卫星城。, 3个重点建设卫星城",
        "儿童、妇产两个区域医疗中心开诊。, 2个区域医疗中心开诊",
        "三部作品入选展演。, 3部作品入选展演",
        "东山、西山两条隧道同步开工。, 2条隧道同步开工"
    })
    void countsWhatIsBuiltOrDone(String words, String expected) {
        assertThat(counts(words)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "抓住质量、品牌两个环节。",
                "加快建设服务城乡两个市场的冷链中心。",
                "做好五个方面工作。",
                "在教育、医疗两个领域投入资金。",
                "加快开拓国际国内两个要素市场。",
                "推动“五个百亿”基地建设。",
                "连续三个季度获得表彰。",
                "在三面红旗之下获得成绩。",
                "利用国际国内两个市场，建设示范区。"
            })
    void passesOverWhatSumsUpOrAnnounces(String words) {
        assertThat(counts(words)).isEmpty();
    }
}
