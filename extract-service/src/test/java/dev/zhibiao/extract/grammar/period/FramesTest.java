package dev.zhibiao.extract.grammar.period;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.extract.grammar.text.Document;
import dev.zhibiao.extract.grammar.text.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {

    private static List<String> frames(String report) {
        List<Sentence> sentences = Document.of(report).sentences();
        Frames frames = new Frames(2020, 2021, Terms.of(sentences, 2020));
        return sentences.stream()
                .map(frames::next)
                .map(f -> f.years().notation() + " " + f.status())
                .toList();
    }

    @Test
    void looksBackAndThenAhead() {
        assertThat(frames("一、2020年工作回顾\n\n建成公园5个。\n\n二、2021年主要目标任务\n\n建设公园6个。\n"))
                .containsExactly("2020 ACTUAL", "2021 TARGET");
    }

    @Test
    void takesThePlanThatAHeadingNames() {
        assertThat(frames("一、“十三五”发展成就\n\n建成公园5个。\n\n二、“十四五”发展蓝图\n\n建设公园6个。\n"))
                .containsExactly("2016/2020 ACTUAL", "2021/2025 TARGET");
    }

    @Test
    void comesBackToTheYearInsideALookBackOverAPlan() {
        assertThat(frames("一、过去五年工作回顾\n\n建成公园5个。\n\n过去的2020年很不平凡。\n"))
                .containsExactly("2016/2020 ACTUAL", "2020 ACTUAL");
    }

    @Test
    void staysInTheLookBackUnderSubheadingsThatOnlySoundLikePlans() {
        assertThat(frames("一、2020年工作回顾\n\n（一）科学组织、周密安排，办好赛事\n\n建成公园5个。\n")).containsExactly("2020 ACTUAL");
    }

    @Test
    void comesFromAPlanToItsFirstYearWhereAParagraphNamesIt() {
        assertThat(frames("一、今后五年的目标任务\n\n建成公园5个。\n\n各位代表，二〇二一年是新起点。建设公园6个。\n"))
                .containsExactly("2021/2025 TARGET", "2021 TARGET", "2021 TARGET");
    }

    @Test
    void comesToTheLastYearWhereASentenceInsideAParagraphHandsOver() {
        assertThat(frames("一、过去五年及2020年工作回顾\n\n建成公园5个。\n\n成绩来之不易。2020年是收官之年。一年来，我们重点抓了以下工作：\n\n建成公园6个。\n"))
                .containsExactly(
                        "2016/2020 ACTUAL", "2016/2020 ACTUAL", "2016/2020 ACTUAL", "2020 ACTUAL", "2020 ACTUAL");
    }

    @Test
    void staysInTheLookBackUnderAHeadingThatNamesAPlan() {
        assertThat(frames("一、2020年工作回顾\n\n建成公园5个。\n\n二、统筹抓好“五大重点工作”\n\n建成公园6个。\n"))
                .containsExactly("2020 ACTUAL", "2020 ACTUAL");
    }

    @Test
    void staysInTheLookBackUnderAHeadingThatTellsWhatWasDone() {
        assertThat(frames("2020年工作回顾\n\n一、基本实现了年初确定的主要目标\n\n建成公园5个。\n\n二、政府自身建设得到加强\n\n废止规定6件。\n"))
                .containsExactly("2020 ACTUAL", "2020 ACTUAL");
    }

    @Test
    void looksBackFirstUnderAHeadingThatNamesTheGoalsAsWell() {
        assertThat(frames("一、2020年工作回顾和2021年工作目标\n\n建成公园5个。\n\n经济和社会发展的主要目标是：建设公园6个。\n"))
                .containsExactly("2020 ACTUAL", "2021 TARGET");
    }

    @Test
    void staysInTheLookBackWhereAGoalIsOnlyCompared() {
        assertThat(frames("一、2020年工作回顾\n\n就业稳定。新增就业13万人，超过全年预期目标，成为亮点。\n"))
                .containsExactly("2020 ACTUAL", "2020 ACTUAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"预计今年新建公园6个。", "今年预计新建公园6个。", "今年，初步预计新建公园6个。", "今年公园面积预计可达6公顷。", "预计全年新建公园6个。"})
    void staysInTheLookBackWhereAParagraphExpectsWhatItsYearEndsWith(String opening) {
        assertThat(frames("一、2020年工作回顾\n\n建成公园5个。\n\n" + opening + "建成公园7个。\n"))
                .containsExactly("2020 ACTUAL", "2020 ACTUAL", "2020 ACTUAL");
    }

    @Test
    void comesToThePlanWhereAParagraphExpectsOfTheYearWhatItAimsAt() {
        assertThat(frames("一、2020年工作回顾\n\n建成公园5个。\n\n今年的预计目标是：建设公园6个。\n"))
                .containsExactly("2020 ACTUAL", "2021 TARGET");
    }

    @Test
    void comesToThePlanWhereAParagraphSaysWhatItAimsAt() {
        assertThat(frames("一、2020年工作回顾\n\n建成公园5个。\n\n二、励精图治再出发\n\n今后五年的发展目标是：\n\n建设公园6个。\n"))
                .containsExactly("2020 ACTUAL", "2021/2025 TARGET", "2021/2025 TARGET");
    }

    @Test
    void plansTheTermOfANewGovernment() {
        assertThat(frames("一、2020年工作回顾\n\n建成公园5个。\n\n二、新一届政府工作的总体思路和主要目标\n\n建设公园6个。\n" + "\n三、新一届政府的重点工作\n\n建设公园7个。\n"))
                .containsExactly("2020 ACTUAL", "2021/2025 TARGET", "2021/2025 TARGET");
    }

    @Test
    void opensAParagraphBehindAnAddressThatIsASentenceOfItsOwn() {
        assertThat(frames("一、今后五年的目标任务和2021年工作建议\n\n建成公园5个。\n\n各位代表！今年是承上启下的一年。建设公园6个。\n"))
                .containsExactly("2021/2025 TARGET", "2021/2025 TARGET", "2021 TARGET", "2021 TARGET");
    }

    @Test
    void comesFromTheYearToThePlanWhereASentenceInsideAParagraphHandsOver() {
        assertThat(frames("一、2020年和“十三五”工作回顾\n\n2020年，建成公园5个。\n\n2020年是收官之年。五年来，我们改善民生。\n\n建成公园6个。\n"))
                .containsExactly("2020 ACTUAL", "2020 ACTUAL", "2016/2020 ACTUAL", "2016/2020 ACTUAL");
    }

    @Test
    void looksBackOnThePlanInAParagraphThatOpensWithItsFiveYears() {
        assertThat(frames("一、2020年工作回顾\n\n建成公园5个。\n\n这是综合实力提升的五年。\n\n建成公园6个。\n"))
                .containsExactly("2020 ACTUAL", "2016/2020 ACTUAL", "2016/2020 ACTUAL");
    }

    @Test
    void plansWhereAParagraphOpensWithThePlanToCome() {
        assertThat(frames("一、迈上新征程\n\n建成公园5个。\n\n“十四五”时期，建设公园6个。\n"))
                .containsExactly("2020 ACTUAL", "2021/2025 TARGET");
    }

    @Test
    void looksBackUnderAHeadingThatNamesTheYearLookedBackOnAndWhatGovernmentsDo() {
        assertThat(frames("一、关于2020年的政府工作\n\n建成公园5个。\n\n二、2021年的政府工作\n\n建设公园6个。\n"))
                .containsExactly("2020 ACTUAL", "2021 TARGET");
    }

    @Test
    void staysInThePlanWhereAParagraphOnlyTellsOfItsLastYear() {
        assertThat(frames("一、过去五年工作回顾\n\n2020年，全市生产总值510亿元。\n\n建成公园5个。\n"))
                .containsExactly("2016/2020 ACTUAL", "2016/2020 ACTUAL");
    }

    @Test
    void takesProblemsForThoseOfTheLastYear() {
        assertThat(frames("一、过去五年工作回顾\n\n建成公园5个。\n\n我们也清醒地看到，还存在不少困难和问题。还有贫困村6个。\n"))
                .containsExactly("2016/2020 ACTUAL", "2020 ACTUAL", "2020 ACTUAL");
    }

    @Test
    void looksBackInThePlansToTheEndOfTheParagraphOnly() {
        assertThat(frames("一、2021年工作安排\n\n过去一年，拥军成效显著。建成公园5个。今年，建设公园6个。\n\n建设公园7个。\n"))
                .containsExactly("2020 ACTUAL", "2020 ACTUAL", "2021 TARGET", "2021 TARGET");
    }

    @Test
    void doesNotTakeADiseaseOfAnimalsForTheEpidemic() {
        List<Sentence> sentences =
                Document.of("一、2019年工作回顾\n\n严密防控非洲猪瘟疫情。建成公园5个。\n").sentences();
        Frames frames = new Frames(2019, 2020, Terms.of(sentences, 2019));
        assertThat(sentences).extracting(s -> frames.next(s).years().notation()).containsExactly("2019", "2019");
    }

    @Test
    void turnsInATextWithoutLineEndsWhereASpeechAddressesItsHearersOrAHeadingStands() {
        assertThat(frames("一、过去五年工作回顾五年来，建成公园5个。各位代表，刚刚过去的2020年，建成公园6个。二、2021年工作安排今年，建设公园7个。"))
                .containsExactly("2016/2020 ACTUAL", "2020 ACTUAL", "2021 TARGET");
    }
}
