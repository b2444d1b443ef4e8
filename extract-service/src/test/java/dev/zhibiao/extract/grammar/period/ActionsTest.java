package dev.zhibiao.extract.grammar.period;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.extract.grammar.text.Document;
import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionsTest {

    private static List<String> years(String report) {
        List<Sentence> sentences =
                Document.of("一、2020年工作回顾\n\n" + report + "\n").sentences();
        Frames frames = new Frames(2020, 2021, Terms.of(sentences, 2020));
        return sentences.stream().map(s -> frames.next(s).years().notation()).toList();
    }

    @Test
    void addsUpAnActionsYearsToTheEndOfTheParagraphThatSumsThem() {
        assertThat(years("开局良好。工业三年行动圆满收官，投资三年超80亿元。新增企业8家。\n\n新增学位9个。"))
                .containsExactly("2020", "2018/2020", "2018/2020", "2020");
        assertThat(years("城建两年攻坚战胜利收官。新增公园8座。两年来，我们埋头苦干。")).containsExactly("2019/2020", "2019/2020", "2019/2020");
    }

    @Test
    void comesBackWhereASentenceOpensWithAYear() {
        assertThat(years("“三年决战”胜利收官。三年实施项目38项。2020年实施项目4项。完成投资9亿元。"))
                .containsExactly("2018/2020", "2018/2020", "2020", "2020");
    }

    @Test
    void staysWithTheYearWhereNothingSumsAnActionThatEnded() {
        assertThat(years("国企改革三年行动全面收官。新增企业8家。")).containsOnly("2020");
        assertThat(years("打好三年行动攻坚战，三年完成投资8亿元。新增企业8家。")).containsOnly("2020");
    }
}
