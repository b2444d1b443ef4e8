package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.extract.grammar.period.Frame;
import dev.zhibiao.extract.grammar.period.Status;
import dev.zhibiao.extract.grammar.period.Years;
import dev.zhibiao.extract.grammar.text.Document;
import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperTimesTest {

    private static final Frame BACK = new Frame(Years.of(2019), Status.ACTUAL);

    private static List<String> times(String page) {
        List<Sentence> sentences = Document.of(page).sentences();
        PaperTimes paper = new PaperTimes(sentences, 2020);
        return sentences.stream()
                .map(s -> paper.frame(s, BACK))
                .map(f -> f.years().notation())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "清理河道6条。近日，全区又清理河道8条。, 2020",
        "今年，城区种树66万株。新建公园6个。, 2020",
        "新建公园6个，面积6公顷……日前，又有8个开工。, 2020",
        // Undated, of several years, or new only in what is still to be done: of the year before, as in a look-back.
        "清理河道6条。, 2019",
        "去年新建公园6个。今年又建8个。, 2019",
        "新建公园6个。今年，全区将再建8个。, 2019",
        "新建公园6个。今年是收官之年。, 2019",
        "清理河道6条。2018年种树8万株。, 2018",
        "清理河道6条，比2018年多2条。, 2019"
    })
    void tellsOfTheYearThatItsParagraphNames(String paragraph, String year) {
        assertThat(times(paragraph + "\n")).isNotEmpty().allMatch(year::equals);
    }

    @Test
    void goesOnWhereAParagraphPointsBack() {
        assertThat(times("今年，城区种树66万株。\n\n这些树木中，樟树8万株。\n\n清理河道6条。\n")).containsExactly("2020", "2020", "2019");
    }

    @Test
    void leavesPlansAlone() {
        List<Sentence> sentences = Document.of("近日，公园开工。\n").sentences();
        Frame plans = new Frame(Years.of(2020), Status.TARGET);
        assertThat(new PaperTimes(sentences, 2020).frame(sentences.get(0), plans))
                .isEqualTo(plans);
    }
}
