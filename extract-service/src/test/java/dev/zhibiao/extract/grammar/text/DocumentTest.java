package dev.zhibiao.extract.grammar.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentTest {

    @Test
    void foldsWithoutLosingThePlace() {
        String source = "工业产值 １２．５ 亿元。";
        Sentence sentence = Document.of(source).sentences().get(0);
        int start = sentence.text().indexOf("12.5亿元");
        assertThat(start).isNotNegative();
        assertThat(sentence.source(start, start + 6).of(source)).isEqualTo("１２．５ 亿元");
    }

    @Test
    void joinsASentenceThatAPageEndTore() {
        Document document = Document.of("全年建成投用的社区公共食堂和服务站点达到了\n\n— 3 —\n\n20个。\n");
        assertThat(document.sentences()).hasSize(1);
    }

    @Test
    void countsCodePointsAsTheOutsideDoes() {
        assertThat(new CodePoints("𠮷a").offset(2)).isEqualTo(1);
        assertThat(new CodePoints("ab").offset(2)).isEqualTo(2);
    }

    @Test
    void partsAHeadingFromTheParagraphGluedToIt() {
        Document document = Document.of("一、2021年工作回顾2021年，建成学校5所。建成公园6个。");
        assertThat(document.sections()).extracting(Section::heading).containsExactly("一、2021年工作回顾");
        assertThat(document.sentences()).extracting(Sentence::text).containsExactly("2021年，建成学校5所。", "建成公园6个。");
    }

    @Test
    void joinsAShortLineThatStopsInTheMidstOfClausesAtAPagesEnd() {
        assertThat(Document.of("建成学校5所，财政收入突破\n— 3 —\n60亿元。\n").sentences())
                .extracting(Sentence::text)
                .containsExactly("建成学校5所，财政收入突破60亿元。");
        assertThat(Document.of("稳中求进，再上台阶\n建成学校5所。\n").sentences())
                .extracting(Sentence::text)
                .containsExactly("稳中求进，再上台阶", "建成学校5所。");
    }

    @Test
    void readsYearsInChineseNumeralsAsDigitsInTheirPlaces() {
        Sentence sentence = Document.of("一九九八年比一九九七年增长一千二百万元。").sentences().get(0);
        assertThat(sentence.text()).isEqualTo("1998年比1997年增长一千二百万元。");
        assertThat(sentence.source(6, 10)).isEqualTo(new Span(6, 10));
    }

    @Test
    void takesNoLineThatGoesOnForAHeading() {
        assertThat(Document.of("产业结构得到优化，比例得到调整，全市的第\n一、第二产业比例由2∶1调整为1∶1。").sentences())
                .singleElement()
                .satisfies(s -> assertThat(s.text()).contains("第一、第二产业"));
    }
}
