package dev.zhibiao.extract.grammar.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalTest {

    private static List<String> names(String words) {
        return Rules.read(Sentence.alone(words)).stream()
                .map(finding -> finding.statement().indicator())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "净增高新技术企业180家、总量实现两年翻番。, 高新技术企业总量",
        "新增小巨人企业78家、总量实现一年翻番。, 小巨人企业总量",
        "新设经营主体3万户，日均新设84户，总量突破20万户。, 经营主体总量",
        "新增规上企业90户，新增数居全省第4位，总数达610户。, 规上企业总数",
        "环保产业增长44%、占比突破40%。, 环保产业占比",
        "民营经济年均增长9.4%，总量是2012年的1.6倍。, 民营经济总量",
        "入库中小企业561家，数量翻番。, 入库中小企业数量"
    })
    void takesWhatWasToldBefore(String words, String last) {
        List<String> names = names(words);
        assertThat(names.get(names.size() - 1)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"经济总量达到300亿元。, 经济总量", "总量达到5万吨。, 总量", "新增车辆85台，船舶总数12艘。, 船舶总数"})
    void leavesWhatSaysEnough(String words, String last) {
        List<String> names = names(words);
        assertThat(names.get(names.size() - 1)).isEqualTo(last);
    }
}
