package dev.zhibiao.extract.grammar.period;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimesTest {

    private static final Frame PLAN = new Frame(new Years(2016, 2020), Status.ACTUAL);
    private static final Frame YEAR = new Frame(new Years(2020, 2020), Status.ACTUAL);

    private static String period(String words, String mention, String indicator, Frame frame) {
        return new Times(words, frame, 2021, 2021).period(words.indexOf(mention), indicator, false, false);
    }

    @Test
    void givesTotalsOfAPlanItsYearsAndStatesItsLast() {
        assertThat(period("累计新建公园26个。", "26个", "新建公园", PLAN)).isEqualTo("2016/2020");
        assertThat(period("城镇化率提高至77.6%。", "77.6%", "城镇化率", PLAN)).isEqualTo("2020");
        assertThat(period("城乡收入比缩小为2.9∶1。", "2.9", "城乡收入比", PLAN)).isEqualTo("2020");
    }

    @Test
    void countsBackToWhatWasSomeYearsAgo() {
        assertThat(Times.base("三年前", false, 2020, 2021)).isEqualTo("2017");
        assertThat(Times.base("五年前", true, 2020, 2021)).isEqualTo("2015");
    }

    @Test
    void readsTheYearThatIsSaid() {
        assertThat(period("到2025年产值达到50亿元。", "50亿元", "产值", YEAR)).isEqualTo("2025");
        assertThat(period("去年产值50亿元。", "50亿元", "产值", YEAR)).isEqualTo("2020");
        assertThat(period("今年一季度产值50亿元。", "50亿元", "产值", YEAR)).isEqualTo("2021-Q1");
    }

    @Test
    void readsMonthsThatAreNoWholeYear() {
        for (String months : new String[] {"1—11月", "1-11月", "1至11月", "1月至11月", "1—11月份", "前11个月"}) {
            assertThat(period(months + "产值50亿元。", "50亿元", "产值", YEAR)).isEqualTo("2020-01/2020-11");
            assertThat(period("2019年" + months + "产值50亿元。", "50亿元", "产值", YEAR)).isEqualTo("2019-01/2019-11");
        }
        assertThat(period("一至三季度产值50亿元。", "50亿元", "产值", YEAR)).isEqualTo("2020-01/2020-09");
        assertThat(period("截至10月底存款50亿元。", "50亿元", "存款", YEAR)).isEqualTo("2020-10");
        assertThat(period("涨幅由一季度的26%回落到四季度的9%。", "26%", "涨幅", YEAR)).isEqualTo("2020-Q1");
        assertThat(period("涨幅由一季度的26%回落到四季度的9%。", "9%", "涨幅", YEAR)).isEqualTo("2020-Q4");
        assertThat(period("1至12月产值50亿元。", "50亿元", "产值", YEAR)).isEqualTo("2020");
    }

    @Test
    void takesNoMonthsOfSomethingElse() {
        assertThat(period("一季度完成全年计划的11%。", "11%", "完成计划", YEAR)).isEqualTo("2020-Q1");
        assertThat(period("增速比最低谷（1-2月）回升，投资50亿元。", "50亿元", "投资", YEAR)).isEqualTo("2020");
        assertThat(period("前11个月利润增长5%，全年收入50亿元。", "50亿元", "收入", YEAR)).isEqualTo("2020");
        assertThat(period("10月25日开工的项目投资50亿元。", "50亿元", "投资", YEAR)).isEqualTo("2020");
    }

    @Test
    void takesAYearlyMeanOverTheYearsThatItNames() {
        assertThat(mean("两年平均增长5.7%。", "5.7%", YEAR)).isEqualTo("2019/2020");
        assertThat(mean("2005年产值20亿元，比2000年增加11亿元，年均增长15%。", "15%", new Frame(new Years(2005, 2005), Status.ACTUAL)))
                .isEqualTo("2001/2005");
        assertThat(mean("2020年产值20亿元，年均增长15%。", "15%", PLAN)).isEqualTo("2016/2020");
    }

    @Test
    void givesTwoYearsToWhatIsPlannedForTwo() {
        Frame ahead = new Frame(new Years(2021, 2021), Status.TARGET);
        assertThat(period("两年内建成医院15所。", "15所", "建成医院", ahead)).isEqualTo("2021/2022");
        assertThat(period("两年内城镇化率达到70%。", "70%", "城镇化率", ahead)).isEqualTo("2022");
    }

    @Test
    void countsForwardFromWhatIsToComeAndBackFromWhatWasDone() {
        Frame ahead = new Frame(new Years(2021, 2021), Status.TARGET);
        assertThat(period("今后三年，每年提供住房8万套。", "8万套", "提供住房", YEAR)).isEqualTo("2021/2023");
        assertThat(period("用三年时间改造危房8万套。", "8万套", "改造危房", ahead)).isEqualTo("2021/2023");
        assertThat(period("完成三年行动任务，累计打造公园8个。", "8个", "打造公园", YEAR)).isEqualTo("2018/2020");
        assertThat(period("工业投资总量三年超80亿元。", "80亿元", "工业投资总量", YEAR)).isEqualTo("2018/2020");
        assertThat(period("遭受1984年以来最大洪水，转移8万人。", "8万人", "转移", YEAR)).isEqualTo("2020");
        assertThat(period("“八五”期间建成公路8条。", "8条", "建成公路", YEAR)).isEqualTo("1991/1995");
    }

    @Test
    void takesSharesForStatesUnlessTheyAreOfWhatWasDone() {
        assertThat(period("通公交的村达到80%。", "80%", "通公交的村", PLAN)).isEqualTo("2020");
        assertThat(period("办理提案90件，办结率100%。", "100%", "办结率", PLAN)).isEqualTo("2016/2020");
        assertThat(period("完成规划目标的102%。", "102%", "造林完成规划目标", PLAN)).isEqualTo("2016/2020");
        assertThat(period("规上企业80家。", "80家", "规上企业", PLAN)).isEqualTo("2020");
        assertThat(period("加工率高于全省8个百分点。", "8个百分点", "加工率高于全省", PLAN)).isEqualTo("2020");
        assertThat(period("建成和在建产能80万吨。", "80万吨", "建成和在建产能", PLAN)).isEqualTo("2020");
        assertThat(period("新设企业80家。", "80家", "新设企业", PLAN)).isEqualTo("2016/2020");
    }

    @Test
    void countsTheYearsThatAWordOrAFirstYearSays() {
        Frame ahead = new Frame(new Years(2021, 2021), Status.TARGET);
        assertThat(period("近两年全市共培训农民50人。", "50人", "培训农民", PLAN)).isEqualTo("2019/2020");
        assertThat(period("近三年淘汰产能50万吨。", "50万吨", "淘汰产能", YEAR)).isEqualTo("2018/2020");
        assertThat(period("3年综合整修旧楼50栋。", "50栋", "整修旧楼", PLAN)).isEqualTo("2018/2020");
        assertThat(period("从2020年起，计划在三年内共投入50亿元。", "50亿元", "投入", PLAN)).isEqualTo("2020/2022");
        assertThat(period("从今年起三年内投入50亿元。", "50亿元", "投入", ahead)).isEqualTo("2021/2023");
        assertThat(period("确保今年完成三年新增绿地50公顷的目标。", "50公顷", "新增绿地", ahead)).isEqualTo("2019/2021");
    }

    @Test
    void countsNoYearsOfWhatOnlyNamesThem() {
        assertThat(period("近两年开始实施的项目完成投资50亿元。", "50亿元", "完成投资", YEAR)).isEqualTo("2020");
        assertThat(period("空气质量为近三年来最好水平，建成公园50个。", "50个", "建成公园", YEAR)).isEqualTo("2020");
        assertThat(period("PM2.5年度浓度下降，完成投资50亿元。", "50亿元", "完成投资", YEAR)).isEqualTo("2020");
        assertThat(period("实施15年免费教育，建成学校50所。", "50所", "建成学校", YEAR)).isEqualTo("2020");
        assertThat(period("制定五年倍增计划，建成厂房50个。", "50个", "建成厂房", YEAR)).isEqualTo("2020");
        assertThat(period("启动泵站三年改造规划，建成50座。", "50座", "建成泵站", YEAR)).isEqualTo("2020");
        assertThat(period("从2016年开始，在十二年内，建成公园50个。", "50个", "建成公园", YEAR)).isEqualTo("2016");
    }

    @Test
    void takesWhatIsComparedWithOneYearForOneYears() {
        assertThat(period("民企完成投资50亿元，比上年增长6%。", "50亿元", "民企完成投资", PLAN)).isEqualTo("2020");
        assertThat(period("民企完成投资50亿元，同比增长6%。", "50亿元", "民企完成投资", PLAN)).isEqualTo("2020");
        assertThat(period("税收50亿元，分别比上年和2015年增长6%和60%。", "50亿元", "税收", PLAN)).isEqualTo("2020");
        assertThat(period("累计完成投资50亿元，比2015年增长6%。", "50亿元", "完成投资", PLAN)).isEqualTo("2016/2020");
        assertThat(period("新总部当年营收50亿元。", "50亿元", "营收", PLAN)).isEqualTo("2020");
        assertThat(period("财政收入50亿元，是“十二五”时期的2倍。", "50亿元", "财政收入", PLAN)).isEqualTo("2016/2020");
    }

    @Test
    void takesWhatIsCountedYearByYearForTheLastYearsUnlessItIsSummed() {
        assertThat(period("机场货运量50万吨。", "50万吨", "机场货运量", PLAN)).isEqualTo("2020");
        assertThat(period("五年间旅游收入50亿元。", "50亿元", "旅游收入", PLAN)).isEqualTo("2016/2020");
    }

    @Test
    void tellsHowManyThereAreByNowFromWhatWasAddedUp() {
        assertThat(period("小巨人企业累计达50家。", "50家", "小巨人企业", PLAN)).isEqualTo("2020");
        assertThat(period("累计新增企业50家。", "50家", "新增企业", PLAN)).isEqualTo("2016/2020");
        assertThat(period("民生支出累计达50亿元。", "50亿元", "民生支出", PLAN)).isEqualTo("2016/2020");
    }

    @Test
    void hearsNoSumInAWordThatOnlyHoldsItsCharacter() {
        assertThat(period("公共停车位达到50个。", "50个", "公共停车位", PLAN)).isEqualTo("2020");
        assertThat(period("上市及挂牌企业50家。", "50家", "上市及挂牌企业", PLAN)).isEqualTo("2020");
        assertThat(period("部门由80个减为50个。", "50个", "部门", PLAN)).isEqualTo("2020");
        assertThat(period("厂房占新增建筑比例超过50%。", "50%", "厂房占新增建筑比例", PLAN)).isEqualTo("2020");
        assertThat(period("共建成停车位50个。", "50个", "建成停车位", PLAN)).isEqualTo("2016/2020");
        assertThat(period("扩大棉花种植面积50亩。", "50亩", "扩大棉花种植面积", PLAN)).isEqualTo("2016/2020");
    }

    @Test
    void readsYearsFromOneToAnother() {
        assertThat(period("2018年至2020年共改造房屋50套。", "50套", "改造房屋", YEAR)).isEqualTo("2018/2020");
        assertThat(period("2018年以来，新建房屋50套。", "50套", "新建房屋", YEAR)).isEqualTo("2018/2020");
        assertThat(period("2018年以来，城镇化率提高到70%。", "70%", "城镇化率", YEAR)).isEqualTo("2020");
        assertThat(period("产量创2018年以来新高，建成房屋50套。", "50套", "建成房屋", YEAR)).isEqualTo("2020");
    }

    @Test
    void plansForTheYearsThatASentenceCounts() {
        Frame ahead = new Frame(new Years(2021, 2021), Status.TARGET);
        assertThat(period("今后三年，建设房屋50套。", "50套", "建设房屋", ahead)).isEqualTo("2021/2023");
        assertThat(period("用两年左右的时间，改造房屋50套。", "50套", "改造房屋", ahead)).isEqualTo("2021/2022");
        assertThat(period("从今年起至2024年，每年安排50亿元资金。", "50亿元", "安排资金", ahead)).isEqualTo("2021/2024");
        assertThat(period("到明年底改造房屋50套。", "50套", "改造房屋", ahead)).isEqualTo("2022");
    }

    @Test
    void readsTheMonthsThatARateMovedBetween() {
        assertThat(period("涨幅从2月份的9%回落到12月份的1%。", "9%", "涨幅", YEAR)).isEqualTo("2020-02");
        assertThat(period("涨幅从2月份的9%回落到12月份的1%。", "1%", "涨幅", YEAR)).isEqualTo("2020-12");
    }

    @Test
    void takesAYearInBracketsForNothingBehindThem() {
        assertThat(period("总产值30亿元（2015年不变价），财政收入50亿元。", "50亿元", "财政收入", YEAR)).isEqualTo("2020");
    }

    @Test
    void takesTheMonthOfAnEventForNoOther() {
        assertThat(period("机场2019年6月通航，开通航线5条。", "5条", "开通航线", PLAN)).isEqualTo("2016/2020");
    }

    @Test
    void takesNoNameOfAPlanForATime() {
        assertThat(period("落实《行动计划（2018-2019年）》，建成房屋50套。", "50套", "建成房屋", YEAR)).isEqualTo("2020");
        assertThat(period("列入国家“十四五”规划，完成年度计划的112%。", "112%", "完成年度计划", YEAR)).isEqualTo("2020");
    }

    private static String mean(String words, String mention, Frame frame) {
        return new Times(words, frame, 2021, 2021).period(words.indexOf(mention), "产值", true, true);
    }

    @Test
    void takesNoTimeThatIsTheValueItself() {
        assertThat(period("项目用时近两年。", "两年", "项目用时", YEAR)).isEqualTo("2020");
        assertThat(period("项目用时近两年。", "两年", "项目用时", PLAN)).isEqualTo("2016/2020");
    }

    @Test
    void takesNoOrdinalsForSpansOfYears() {
        assertThat(period("普及十五年基础教育，新建学校6所。", "6所", "新建学校", YEAR)).isEqualTo("2020");
        assertThat(period("连续第三年超过省里要求，新增企业80家。", "80家", "新增企业", YEAR)).isEqualTo("2020");
        assertThat(period("投资接近三年总和，新建学校6所。", "6所", "新建学校", YEAR)).isEqualTo("2020");
    }

    @Test
    void hearsNoNewsInDaysBeforeOthers() {
        assertThat(period("6月30日前完成改造，新建学校6所。", "6所", "新建学校", YEAR)).isEqualTo("2020");
        assertThat(period("最近日均处理垃圾60吨。", "60吨", "处理垃圾", YEAR)).isEqualTo("2020");
        assertThat(period("近日新建学校6所。", "6所", "新建学校", YEAR)).isEqualTo("2021");
    }

    @Test
    void goesOnInItsOwnYearBehindAComparison() {
        assertThat(period("物价涨幅低于2018年水平，新增就业6万人。", "6万人", "新增就业", YEAR)).isEqualTo("2020");
        assertThat(period("明显高于2018年的6.6%。", "6.6%", "占比", YEAR)).isEqualTo("2018");
    }

    @Test
    void takesNoBaseForThePeriod() {
        assertThat(period("产值是2015年的1.7倍。", "1.7倍", "产值", YEAR)).isEqualTo("2020");
        assertThat(period("投资超过“十二五”时期的总和，产值50亿元。", "50亿元", "产值", YEAR)).isEqualTo("2020");
        assertThat(period("产值比2015年增长8%。", "8%", "产值", YEAR)).isEqualTo("2020");
    }

    @Test
    void namesTheBaseUnlessItIsTheYearBefore() {
        assertThat(Times.base("2015年", false, 2020, 2021)).isEqualTo("2015");
        assertThat(Times.base("2019年", false, 2020, 2021)).isNull();
        assertThat(Times.base("“十二五”", true, 2020, 2021)).isEqualTo("2011/2015");
        assertThat(Times.base("“十二五”时期总量", true, 2020, 2021)).isEqualTo("2011/2015");
        assertThat(Times.base("“十二五”期间", false, 2020, 2021)).isEqualTo("2011/2015");
        assertThat(Times.base("“十二五”期末", false, 2020, 2021)).isEqualTo("2015");
        assertThat(Times.base("“十二五”末", true, 2020, 2021)).isEqualTo("2015");
    }
}
