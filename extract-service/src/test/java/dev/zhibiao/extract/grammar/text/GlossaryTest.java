package dev.zhibiao.extract.grammar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryTest {

    private static final String BODY = "一、工作回顾\n建成学校5所。\n";

    private static List<Glossary.Entry> entries(String source) {
        List<Glossary.Entry> entries = Glossary.of(PlainText.of(source)).entries();
        assertThat(entries).allSatisfy(e -> {
            assertThat(e.termSpan().of(source)).isEqualTo(e.term());
            assertThat(e.span().of(source)).startsWith(e.explanation().substring(0, 1));
        });
        return entries;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "名词解释",
                "# 名词解释",
                "**附件名词解释和说明**",
                "【名词解释】",
                "附件2：名词解释",
                "《政府工作报告》有关名词解释",
                "《政府工作报告》注释",
                "注释：",
                "名词解释（按出现先后排列）",
                "名词说明"
            })
    void opensAtItsHeading(String heading) {
        assertThat(entries(BODY + heading + "\n1.“三园”：学园、家园、花园。\n"))
                .extracting(Glossary.Entry::term, Glossary.Entry::explanation)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("“三园”", "学园、家园、花园。"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12、“三园”：指学园。|“三园”|指学园。",
                "**“三园”（P5）：**是指学园。|“三园”|是指学园。",
                "**三园 (P5)**：是指学园。|三园|是指学园。",
                "①三园：学园。|三园|学园。",
                "[3] 三园: 学园。|三园|学园。",
                "（2）三园“甲：乙”工程：学园。|三园“甲：乙”工程|学园。",
                "三园：学园。|三园|学园。",
                "“三园”是指学园。|“三园”|是指学园。",
                "1.8个园区：学园等。|8个园区|学园等。"
            })
    void partsTermFromExplanation(String line, String term, String explanation) {
        assertThat(entries(BODY + "名词解释\n" + line + "\n"))
                .extracting(Glossary.Entry::term, Glossary.Entry::explanation)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(term, explanation));
    }

    @Test
    void joinsWhatAPageEndTore() {
        List<Glossary.Entry> entries = entries(BODY + "名词解释\n1.三园：指学园、家园和\n— 12 —\n花园。\n2.两带：指绿带。\n");
        assertThat(entries).extracting(Glossary.Entry::explanation).containsExactly("指学园、家园和花园。", "指绿带。");
    }

    @Test
    void endsWhereTheNextAttachmentBegins() {
        String source = BODY + "附件1\n名词解释\n1.三园：指学园3个。\n附件2\n民生实事\n新建公园6个。\n";
        Glossary glossary = Glossary.of(PlainText.of(source));
        assertThat(glossary.entries()).hasSize(1);
        assertThat(glossary.covers(source.indexOf("3个"))).isTrue();
        assertThat(glossary.covers(source.indexOf("6个"))).isFalse();
        assertThat(glossary.covers(source.indexOf("5所"))).isFalse();
    }

    @Test
    void takesFootnotesAtTheEndForOneWithoutAHeading() {
        assertThat(entries(BODY + "谢谢大家！\n①三园：学园、家园。\n②两带：绿带、蓝带。\n"))
                .extracting(Glossary.Entry::term)
                .containsExactly("三园", "两带");
    }

    @Test
    void findsNoneInTheReportItself() {
        assertThat(entries(BODY + "①新建公园6个；\n②新建学校5所。\n以上工作：全部完成。\n")).isEmpty();
        assertThat(entries(BODY + "附件：1.民生实事\n2.注释\n")).isEmpty();
    }
}
