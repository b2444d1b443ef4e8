package dev.zhibiao.extract.grammar.period;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.extract.grammar.text.Document;
import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermsTest {

    private static List<String> years(String report) {
        List<Sentence> sentences = Document.of(report).sentences();
        Frames frames = new Frames(2020, 2021, Terms.of(sentences, 2020));
        return sentences.stream().map(s -> frames.next(s).years().notation()).toList();
    }

    @Test
    void looksBackOnTheYearsThatASentenceBehindItSays() {
        assertThat(years("一、2020年工作回顾\n\n建成公园5个。市五届人大一次会议以来，面貌一新。\n\n建成公园6个。\n\n四年来，我们埋头苦干。\n"))
                .containsExactly("2020", "2017/2020", "2017/2020", "2017/2020");
    }

    @Test
    void looksBackOnTheYearsBehindTheOneThatItMeasuresAgainst() {
        assertThat(years("一、工作回顾\n\n建成公园5个。\n\n本届政府任期以来，面貌一新。税收从2017年的5亿元增长至2020年的8亿元。\n"))
                .containsExactly("2020", "2018/2020", "2018/2020");
    }

    @Test
    void looksBackOnTheYearsSinceTheOneThatASentenceOpensWith() {
        assertThat(years("一、本届政府任期以来的工作回顾\n\n2018年以来，面貌一新。建成公园5个。\n")).containsExactly("2018/2020", "2018/2020");
        assertThat(years("一、本届政府任期以来的工作回顾\n\n面貌一新。2017年～2020年，税收年均增长8%。\n")).containsExactly("2017/2020", "2017/2020");
        // Two years of another span say nothing of the term.
        assertThat(years("一、本届政府任期以来的工作回顾\n\n面貌一新。2017年～2019年，税收年均增长8%。\n")).containsExactly("2016/2020", "2016/2020");
    }

    @Test
    void looksBackOnFiveYearsWhereNothingSaysHowMany() {
        assertThat(years("一、本届政府任期以来的工作回顾\n\n建成公园5个。\n")).containsExactly("2016/2020");
        assertThat(years("一、工作回顾\n\n政府换届以来，建成公园5个。\n")).containsExactly("2016/2020");
    }

    @Test
    void looksBackOnAsManyYearsAsAParagraphOpensWith() {
        assertThat(years("一、工作回顾\n\n三年来，我们埋头苦干。\n\n建成公园5个。\n\n过去的一年，建成公园6个。\n"))
                .containsExactly("2018/2020", "2018/2020", "2020");
    }

    @Test
    void takesNoOtherYearsForATerm() {
        assertThat(years("一、工作回顾\n\n大旱过后三年来，我们重建家园。\n\n建成公园5个。三年来，我们埋头苦干。建成公园6个。\n"))
                .containsOnly("2020");
        assertThat(years("一、2021年工作安排\n\n本届政府任期以来，我们埋头苦干。\n")).containsExactly("2021");
    }
}
