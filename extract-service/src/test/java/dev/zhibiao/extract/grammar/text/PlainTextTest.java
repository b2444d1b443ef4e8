package dev.zhibiao.extract.grammar.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "首页 > 政务公开 > 政府工作报告",
                "当前位置：首页>信息公开>2022年白鹭县政府工作报告",
                "您现在的位置： 网站首页 » 政府文件",
                "发布时间：2022-01-21 16:32 来源：县政府办 浏览次数：1534次 字体：[大 中 小] 打印",
                "2022-01-21 09:00　来源：白鹭县政府办公室　阅读：860",
                "信息来源：县府办",
                "字号：",
                "【打印】 【关闭】",
                "首页 | 政务公开 | 政务服务 | 互动交流",
                "上一篇：2021年白鹭县预算执行情况 投入3亿元",
                "下一条：白鹭县2022年重点项目120个",
                "今天是 2022年3月8日 星期二 多云 9℃~17℃",
                "版权所有：白鹭县人民政府 地址：人民路18号",
                "浙ICP备05000012号 网站标识码：3300000001",
                "主办单位：白鹭县人民政府办公室 联系电话：0570-1234567"
            })
    void blanksWhatTheSitePrintsAroundAnArticle(String line) {
        String source = "白鹭县政府工作报告\n" + line + "\n全县有学校30所。\n";
        String text = PlainText.of(source).text();
        assertThat(text).hasSameSizeAs(source).doesNotContain(line.strip().substring(0, 3));
        assertThat(text).startsWith("白鹭县政府工作报告").contains("全县有学校30所。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "全县新建公园5个，首页新闻被转载30次。",
                "时间紧、任务重。全年完成投资30亿元",
                "关闭落后煤矿12家",
                "来源结构优化，外来投资增长12%，本地投资增长5%",
                "下一步，建设公园6个",
                "打印设备产量增长20%",
                "星期日旅游专列开行30列。",
                "一、2021年工作回顾"
            })
    void leavesTheReportsOwnLinesAlone(String line) {
        assertThat(PlainText.of(line).text()).isEqualTo(line);
    }

    @Test
    void putsACharacterForItsEntityAtTheEndOfIt() {
        String source = "增长&nbsp;5&#37;，投资&ldquo;两新&rdquo;&#51;亿元。";
        Sentence sentence = Document.of(source).sentences().get(0);
        assertThat(sentence.text()).isEqualTo("增长5%，投资“两新”3亿元。");
        int percent = sentence.text().indexOf("5%");
        assertThat(sentence.source(percent, percent + 2).of(source)).isEqualTo("5&#37;");
        int amount = sentence.text().indexOf("3亿");
        assertThat(sentence.source(amount, amount + 3).of(source)).isEqualTo("&#51;亿元");
    }

    @Test
    void readsTagsAsNothingOrAsLineEnds() {
        String source = "<p>建成学校<b>5</b>所。</p><p>建成公园6个。<br/>建成桥7座。</p><!-- 记者 9人 --><script>var a = 8;</script>";
        assertThat(Document.of(source).sentences())
                .extracting(Sentence::text)
                .containsExactly("建成学校5所。", "建成公园6个。", "建成桥7座。");
    }

    @Test
    void takesWrittenOutLineEndsForLineEndsAndPathsForPaths() {
        assertThat(Document.of("一、工作回顾\\r\\n建成学校5所。\\n建成公园6个。").sentences())
                .extracting(Sentence::text)
                .containsExactly("建成学校5所。", "建成公园6个。");
        assertThat(PlainText.of("C:\\new\\readme").text()).isEqualTo("C:\\new\\readme");
    }

    @Test
    void keepsALessThanThatIsNoTag() {
        assertThat(PlainText.of("细颗粒物<35微克，且>10微克。").text()).isEqualTo("细颗粒物<35微克，且>10微克。");
    }

    @Test
    void blanksTablesOfContentsWithAndWithoutPageNumbers() {
        String numbered = "目录\n一、工作回顾…………3\n二、2021年目标............（12）\n一、工作回顾\n建成学校5所。";
        assertThat(Document.of(numbered).sections())
                .extracting(Section::heading)
                .containsExactly("一、工作回顾");
        String bare = "**目录**\n- 一、工作回顾\n- 二、今年目标\n一、工作回顾\n建成学校5所。\n二、今年目标\n建成学校6所。";
        assertThat(Document.of(bare).sections()).extracting(Section::heading).containsExactly("一、工作回顾", "二、今年目标");
    }

    @Test
    void readsOverPageEndsAndRunningHeaders() {
        String source = "白鹭市政府工作报告\n全年地方财政收入和税收收入分别稳步增长并突破\n白鹭市政府工作报告\n－１－\n６０亿元。新建农\n白鹭市政府工作报告\n－２－\n村公路３２０公里。";
        assertThat(Document.of(source).sentences())
                .extracting(Sentence::text)
                .contains("全年地方财政收入和税收收入分别稳步增长并突破60亿元。", "新建农村公路320公里。");
    }

    @Test
    void keepsALineThatComesAgainWithAFigure() {
        String source = "新建学校5所\n—1—\n新建学校5所\n—2—\n新建学校5所\n—3—\n";
        assertThat(PlainText.of(source).text()).isEqualTo(source);
    }

    @Test
    void blanksFrontMatterAndTurnedPages() {
        String source = "---\nsource: https://example.org/1\ntitle: 某报告\n---\n【上接第2版】 建成学校5所。（下转第4版）";
        assertThat(Document.of(source).sentences()).extracting(Sentence::text).containsExactly("建成学校5所。");
    }

    @Test
    void blanksTheTitlesOfOtherArticlesUpToTheNextSentence() {
        String source = "建成学校5所。\n相关链接\n某县新增企业300家\n某县办成实事12件\n";
        assertThat(Document.of(source).sentences()).extracting(Sentence::text).containsExactly("建成学校5所。");
    }
}
