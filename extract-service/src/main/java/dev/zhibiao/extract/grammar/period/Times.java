package dev.zhibiao.extract.grammar.period;

import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The period of a value: what its sentence says, or else what its frame says. */
public final class Times {

    /** 1—11月, 1月至10月, 前11个月, 前三季度: parts of a year that are no one month, quarter or half. */
    public static final String MONTHS = "前三季度|一[-—~至到]三季度|前1?[0-9]个月|(?<![0-9])1?[0-9](?:月份?)?[-—~至到]1?[0-9]月份?";

    /** What has just happened; neither in 最近日均 nor in 30日前. */
    public static final String NEWS = "(?<![最附接])近日(?!均|常)|(?<![\\d一二三四五六七八九十作节假])日前(?!往)";

    private static final String PLAN = "“?(?:十[一二三四]?|[五六七八九])五”?";

    /** What a growth may be measured against, where there are several: 上年, 2000年, “九五”末. */
    public static final String BASE = "(?:上年|去年|前年|(?:19|20)\\d\\d年|" + PLAN + "|[两二三四五六七八九十]年前)(?:同期|时期|期间|期末|末|底|初)?";
    /** What joins them. */
    public static final String AND = "[和与及、]";

    private static final KeyedPattern PART = KeyedPattern.compile(
            "(?<![（(])(上半年|" + MONTHS + "|[一二三四]季度|(?<=截[至止])1?[0-9]月(?=份?[末底])|(?<=[从由])1?[0-9]月(?=份?的))(?!度)");
    private static final KeyedPattern WHOLE = KeyedPattern.compile("全年(?!计划|任务)");
    private static final KeyedPattern MONTH_ALONE = KeyedPattern.compile("1?[0-9]月");
    private static final Pattern MONTH = Pattern.compile("[0-9]+");
    private static final KeyedPattern FLOW = KeyedPattern.compile(
            "累计|新[增设上注登引签办]|完成|建成(?!区|和在建)|引进|实施|改造|投入|新建|创建|培育|整治|拆|盘活|推进|落户|入选|获|搬迁|脱贫|减免|开工|打造|新改建|争取|入围|开展|举办|淘汰|化解|安置|发放|转移|新认定|奖励|启动|签约|兑现|总投资|就业|关停|关闭|注销|兴办|上市(?!及)|组建|取缔|整顿|惠及|扶持|帮扶|设立|放开|停");
    private static final KeyedPattern STATE = KeyedPattern.compile(
            "率$|用户$|年限$|比重$|占比$|强度$|总量$|人均|余额$|浓度$|水平$|标准(?!厂房|化)|规模$|生产总值|增加值|总产值|产值$|销售收入$|营业收入$|零售总额|总额$|进出口|财政.*收入|预算收入|固定资产投资$|吞吐量$|里程$|装机|容量$|能力$|系数$|指数$|排名|总数$|总人口|产量$|高新技术企业$|市场主体$|可支配收入$|纯收入$|资产$|产能$|(?<!上市)企业$|在校学?生$|学生总?数$|床位$|建成区面积$|(?<!扩大.{0,5})(?:利用|种植|播种)面积$");
    /** What is counted year by year: of the last one, where no word says that it is a sum. */
    private static final KeyedPattern YEARLY = KeyedPattern.compile("[运发用]电?量$|旅游.*收入$|外贸出口$|出口总?[额值]$");

    private static final Pattern SUM_SAID = Pattern.compile("[五5]年|年[来间]|累计|共");
    /** A share is a state, unless it is one of what was done over the years. */
    private static final Pattern SHARE = Pattern.compile("-?[0-9.]+(?:[%‰]|个百分点)|百分之|[一二三四五六七八九十]成");

    private static final KeyedPattern OF_DONE = KeyedPattern.compile("(办复|办结|答复|满意)率$|(完成|相当于).*(计划|目标|任务|指标|总和|总额)");

    private static final KeyedPattern ENDS =
            KeyedPattern.compile("(达到|达|[高升加长展大降少小低减短][到至为]|升至|增[至到]|突破|位居|优化为|迈上|跨上)[^，]{0,3}$");
    private static final KeyedPattern OWNED = KeyedPattern.compile("现有|拥有|已有|共有|保有|当年|达到?$|稳定在|保持在");
    /** 624亿元，比上年增长14%: the year before has its own, and so this is of one year, too. */
    private static final Pattern COMPARED = Pattern.compile(
            "[^，。；]{1,30}，(?:总量|总额)?(?:分别|均|都|各|同口径)?(?:同比|[比较](?:上年|去年|(?:19|20)\\d\\d年|" + PLAN + "期?末))");
    /** 21亿元，比“九五”时期增长一倍: a plan has its like in a plan. */
    private static final Pattern COMPARED_WITH_PLAN =
            Pattern.compile("[^，。；]{1,30}，(?:分别|均|都)?(?:是|为|相当于|比|较)(?:上一?个?五年|上届|" + PLAN + "(?:时期|期间|的))");

    /** 小巨人企业累计达101家: so many there are by now. */
    private static final KeyedPattern TOTALS = KeyedPattern.compile("累计已?达到?了?$");

    private static final Pattern THINGS = Pattern.compile("[0-9.]+万?[多余]?[家个户]");
    private static final KeyedPattern ADDS = KeyedPattern.compile("^(?:累计|新增|新建|新改建|建设|引进|改造|完成)");
    private static final KeyedPattern ADDED_UP = KeyedPattern.compile("累计|(?<!公)共(?![同享青建])|合计|引进");
    private static final Pattern MEAN = Pattern.compile("([两二三四五六七八九十]|[2-9])年(?:来)?(?:平均|年均|平均每年)");
    private static final Pattern REACHED = Pattern.compile("[到至为又再]");
    /** Whatever says which years they are, and not how many. */
    private static final KeyedPattern COUNT = KeyedPattern.compile("过去|最?近|今后|未来");
    /** 从今年起至2012年，每年投入10亿元 */
    private static final Pattern FROM_NOW = Pattern.compile("从今年(?:起|开始)?[到至]((?:19|20)\\d\\d)年");

    /** 比上年和2000年: what another base and a join part from 比. */
    private static final Pattern ALSO_AGAINST = Pattern.compile("[比较与同](?:" + BASE + AND + ")+$");

    /** 从2005年起，计划在三年内投入 */
    private static final Pattern FROM_FOR =
            Pattern.compile("从(今年|(?:19|20)\\d\\d年)(?:起|开始)，?[^，。；\\d]{0,6}?(?<!十)([两二三四五])年(?:左右)?(?:内|的?时间)");

    private static final Pattern FROM = Pattern.compile("[从由].{0,2}$");
    private static final Pattern SINCE = Pattern.compile("[比较]((?:19|20)\\d\\d)年");
    /** 三年超1000亿元: what stands there between the years and their value. */
    private static final Pattern SUMMED = Pattern.compile("(累计|共)?(超过?|达到?|突破|新增|完成投资|近|完成)?");

    private static final KeyedPattern EDGE = KeyedPattern.compile("期?[末底初]$");
    private static final KeyedPattern AT_END = KeyedPattern.compile("期?[末底]$");
    /** 由一季度的26%回落到四季度的9%, 从2月份的9%回落到12月份的1% */
    private static final KeyedPattern MOVED = KeyedPattern.compile("[升落降高加少大小][到至为]([一二三四]季度|1?[0-9]月)份?的?$");

    private static final Pattern WHOLE_PLAN = Pattern.compile("[一二三四五六七八九十]五”?(?:时期|期间)?(?<sum>总[量和额])?$");
    private static final Pattern AGO = Pattern.compile("([两二三四五六七八九十])年前");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    private final String words;
    private final Frame frame;
    private final int target;
    private final int spoken;
    private final List<Mention> mentions;

    /**
     * Of one sentence.
     *
     * @param words the folded sentence
     * @param target the year planned for
     * @param spoken the year that it calls 今年: of a look-back read out before its year was over the one before the target
     */
    public Times(String words, Frame frame, int target, int spoken) {
        this.words = words;
        this.frame = frame;
        this.target = target;
        this.spoken = spoken;
        this.mentions = Mention.in(words);
    }

    /**
     * The period of the value that stands at a place.
     *
     * @param at where the value stands
     * @param indicator what it measures
     * @param moved whether it is no amount that adds up, but a growth, change, multiple or rate
     * @param yearly whether it is a mean over years
     */
    public String period(int at, String indicator, boolean moved, boolean yearly) {
        Mention said = lastSaid(at);
        Years years = said == null ? frame.years() : years(said);
        Matcher fromNow = FROM_NOW.matcher(words).region(0, at);
        if (fromNow.find()
                && Integer.parseInt(fromNow.group(1)) > target
                && (said == null || said.start() < fromNow.end())) {
            years = new Years(target, Integer.parseInt(fromNow.group(1)));
        }
        Matcher fromFor = FROM_FOR.matcher(words).region(0, at);
        if (fromFor.find() && (said == null || said.start() < fromFor.end())) {
            years = fromFor(fromFor.group(1), small(fromFor.group(2).charAt(0)));
        }
        if (yearly) {
            return mean(at, said, years).notation();
        }
        if (said != null && said.part() != null) {
            return part(years.last(), said.part());
        }
        if (years.first() == years.last()) {
            Matcher reached = MOVED.find(words, 0, at);
            if (reached != null) {
                return part(years.last(), reached.group(1));
            }
            Matcher part = PART.find(words, 0, at);
            if (part != null && !WHOLE.isIn(words, part.end(), at)) {
                return part(years.last(), part.group(1));
            }
        }
        if (!moved && said != null && isSumUntil(said, at, indicator)) {
            return frame.years().notation();
        }
        if (said != null && said.atEnd() || years.first() == years.last()) {
            return Integer.toString(years.last());
        }
        boolean summed = !moved
                && said != null
                && SUMMED.matcher(words).region(said.end(), at).matches();
        return summed || spans(words, at, indicator, moved) ? years.notation() : Integer.toString(years.last());
    }

    /** 到2026年，新增学位5万个: among a plan's goals what is added until its end is added over its years. */
    private boolean isSumUntil(Mention said, int at, String indicator) {
        boolean until = said.start() > 0 && "到至".indexOf(words.charAt(said.start() - 1)) >= 0;
        String clause = words.substring(Math.max(words.lastIndexOf('，', at), said.end()), at);
        return until
                && frame.plan()
                && frame.status() == Status.TARGET
                && said.kind() == Mention.Kind.YEAR
                && said.name().equals(Integer.toString(frame.years().last()))
                && (ADDS.isIn(indicator) || clause.contains("累计"))
                && spans(words, at, indicator, false);
    }

    private Years fromFor(String first, int count) {
        int from = first.equals("今年") ? spoken : Integer.parseInt(first.substring(0, 4));
        return new Years(from, from + count - 1);
    }

    /**
     * The year before what is said to have grown or fallen over some years: 2015 of 2015年以来债务下降23%, 2018 of 两年翻番; null
     * where no such years are said.
     */
    public @Nullable Integer startSaid(int at) {
        Mention said = lastSaid(at);
        if (said == null) {
            return null;
        }
        return switch (said.kind()) {
            case SINCE -> Integer.valueOf(said.name().substring(0, 4));
            case RANGE -> years(said).first() - (said.name().matches(".*[到至].*") ? 0 : 1);
            case PLAN, SOME, FIVE -> {
                Years years = years(said);
                yield years.first() == years.last() ? null : Integer.valueOf(years.first() - 1);
            }
            default -> null;
        };
    }

    /** The last time named before a place that is the value's own. */
    private @Nullable Mention lastSaid(int at) {
        for (int i = mentions.size() - 1; i >= 0; i--) {
            Mention m = mentions.get(i);
            // 用时近两年: what names a time may be the value itself.
            if (m.end() <= at && isOwn(m, at)) {
                return m;
            }
        }
        return null;
    }

    /** Not in the name of a plan, not a base, not a streak, not the left of 从…到…. */
    private boolean isOwn(Mention m, int at) {
        if (words.lastIndexOf('《', m.start()) > words.lastIndexOf('》', m.start())) {
            return false;
        }
        int close = words.indexOf('）', m.end());
        if (close >= 0 && close < at && words.lastIndexOf('（', m.start()) > words.lastIndexOf('）', m.start())) {
            // 总产值50亿元（1990年不变价）: what stands in brackets ends with them.
            return false;
        }
        if (words.startsWith("翻", m.end()) && at > m.end()) {
            // 总量两年翻番，新增企业8家: the years are those of the doubling alone.
            return false;
        }
        int times = words.indexOf('倍', at);
        boolean base = words.startsWith("的", m.end()) && times >= 0 && times <= at + 8;
        int before = m.start() > 0 && words.charAt(m.start() - 1) == '“' ? m.start() - 2 : m.start() - 1;
        boolean compared = before >= 0
                && ("比较与是为".indexOf(words.charAt(before)) >= 0
                        || words.startsWith("超过", before - 1)
                        || isThan(before) && words.substring(m.end(), at).indexOf('，') >= 0
                        || ALSO_AGAINST.matcher(words).region(0, before + 1).find());
        // 创2018年以来新高 compares, too.
        boolean high = m.kind() == Mention.Kind.YEAR && words.startsWith("以来", m.end());
        boolean streak = m.start() > 1 && words.startsWith("连续", m.start() - 2);
        boolean event = m.part() != null && !m.atEnd() && MONTH_ALONE.matches(m.part());
        int comma = event ? words.indexOf('，', m.end() + 1) : -1;
        if (comma >= 0 && comma < at && words.charAt(m.end()) != '，') {
            // 机场2013年6月通航，开通航线14条: only when it opened is told.
            return false;
        }
        boolean left = m.start() > 0
                && m.kind() != Mention.Kind.RANGE
                && "从由继".indexOf(words.charAt(m.start() - 1)) >= 0
                && REACHED.matcher(words).region(m.end(), Math.max(m.end(), at)).find();
        boolean from = base && FROM.matcher(words).region(0, m.start()).find();
        return !left && !compared && !high && !streak && (!base || from);
    }

    /** 涨幅低于2007年水平，新增就业5万人: what stands behind the comparison is not of that year; 低于2007年的8% is. */
    private boolean isThan(int last) {
        return last > 0 && words.charAt(last) == '于' && "低高好多少快慢大小".indexOf(words.charAt(last - 1)) >= 0;
    }

    /** The years that a yearly mean (年均) is taken over. */
    private Years mean(int at, @Nullable Mention said, Years years) {
        Matcher over = MEAN.matcher(words.substring(Math.max(words.lastIndexOf('；', at), 0), at));
        if (over.find()) {
            return new Years(years.last() - small(over.group(1).charAt(0)) + 1, years.last());
        }
        if (years.first() < years.last()) {
            return years;
        }
        Matcher since = SINCE.matcher(words).region(0, at);
        if (since.find() && Integer.parseInt(since.group(1)) < years.last() - 1) {
            return new Years(Integer.parseInt(since.group(1)) + 1, years.last());
        }
        if (frame.plan()) {
            return frame.years();
        }
        if (said == null) {
            return frame.status() == Status.TARGET ? years : new Years(years.last() - 4, years.last());
        }
        return years.last() > target ? new Years(target, years.last()) : years;
    }

    /** Over a plan, what is built, spent or served adds up; what is reached or owned stands at its end. */
    private static boolean spans(String words, int at, String indicator, boolean moved) {
        String clause =
                words.substring(Math.max(Math.max(words.lastIndexOf('，', at), words.lastIndexOf('；', at)), 0), at);
        boolean stock = TOTALS.isIn(clause)
                && THINGS.matcher(words).region(at, words.length()).lookingAt()
                && !FLOW.isIn(indicator);
        boolean adds = !stock && ADDED_UP.isIn(clause);
        boolean ends = !adds
                && (ENDS.isIn(clause)
                        || COMPARED.matcher(words).region(at, words.length()).lookingAt());
        if (OF_DONE.isIn(indicator)
                || !moved
                        && COMPARED_WITH_PLAN
                                .matcher(words)
                                .region(at, words.length())
                                .lookingAt()) {
            return true;
        }
        if (SHARE.matcher(words).region(at, words.length()).lookingAt()
                && !FLOW.isIn(indicator.replaceFirst("占.*", ""))) {
            return false;
        }
        boolean state = stock
                || STATE.isIn(indicator)
                || YEARLY.isIn(indicator)
                        && !SUM_SAID.matcher(words).region(0, at).find()
                || moved
                || ends
                || OWNED.isIn(clause);
        return !state || !stock && !moved && FLOW.isIn(clause) && !ends;
    }

    private static int small(char c) {
        int hanzi = "零一二三四五六七八九十".indexOf(c);
        return c == '两' ? 2 : hanzi > 0 ? hanzi : c - '0';
    }

    private Years years(Mention m) {
        return switch (m.kind()) {
            case YEAR -> Years.of(Integer.parseInt(m.name()));
            case RANGE -> range(m.name());
            case SINCE -> since(Integer.parseInt(m.name().substring(0, 4)));
            case LAST -> Years.of(spoken - 1);
            case THIS -> Years.of(spoken);
            case NEXT -> Years.of(spoken + 1);
            case SOME -> some(m);
            case PLAN -> {
                Years plan = Plans.named(m.name());
                yield plan == null ? five() : plan;
            }
            case FIVE -> five();
        };
    }

    private static Years range(String name) {
        int first = Integer.parseInt(name.substring(0, 4));
        return new Years(
                first, Math.max(first, Integer.parseInt(name.substring(name.length() - 5, name.length() - 1))));
    }

    private Years since(int first) {
        int last = frame.status() == Status.TARGET ? target - 1 : frame.years().last();
        return new Years(first, Math.max(first, last));
    }

    /** 今后三年 counts forward in a look-back too, and 近三年 backward in a plan. */
    private Years some(Mention m) {
        int count = small(COUNT.without(m.name()).charAt(0));
        boolean coming = m.name().startsWith("今后") || m.name().startsWith("未来");
        boolean gone = m.name().contains("近") || m.name().endsWith("来");
        if (frame.status() == Status.TARGET && gone && !coming) {
            return new Years(target - count, target - 1);
        }
        if (frame.status() == Status.TARGET && words.startsWith("完成", m.start() - 2)) {
            // 今年完成三年新增绿地的目标: the last of the three is planned for.
            return new Years(target - count + 1, target);
        }
        return coming || frame.status() == Status.TARGET
                ? new Years(target, target + count - 1)
                : new Years(frame.years().last() - count + 1, frame.years().last());
    }

    private Years five() {
        if (frame.plan()) {
            return frame.years();
        }
        return frame.status() == Status.TARGET ? new Years(target, target + 4) : new Years(target - 5, target - 1);
    }

    private static String part(int year, String words) {
        return switch (words) {
            case "上半年" -> year + "-S1";
            case "下半年" -> year + "-S2";
            case "一季度" -> year + "-Q1";
            case "二季度" -> year + "-Q2";
            case "三季度" -> year + "-Q3";
            case "四季度" -> year + "-Q4";
            default -> months(year, words);
        };
    }

    private static String months(int year, String words) {
        List<Integer> said = MONTH.matcher(words)
                .results()
                .map(m -> Integer.valueOf(m.group()))
                .toList();
        // 前三季度, 一至三季度, 前11个月, 1—10月份, 10月.
        int last = said.isEmpty() ? 9 : said.get(said.size() - 1);
        int first = said.isEmpty() || words.startsWith("前") ? 1 : said.get(0);
        return months(year, first, last);
    }

    private static String months(int year, int first, int last) {
        if (first < 1 || last > 12 || first > last || first == 1 && last == 12) {
            return Integer.toString(year);
        }
        String end = String.format("%d-%02d", year, last);
        return first == last ? end : String.format("%d-%02d/%s", year, first, end);
    }

    /** The base of a growth where it is not simply the year before. */
    public static @Nullable String base(@Nullable String words, boolean multiple, int year, int target) {
        if (words == null) {
            return null;
        }
        Matcher ago = AGO.matcher(words);
        if (ago.find()) {
            return Integer.toString(year - small(ago.group(1).charAt(0)));
        }
        Years plan = wholePlan(words);
        if (plan != null) {
            return plan.notation();
        }
        plan = Plans.named(EDGE.withoutFirst(words) + "时期");
        Matcher y = YEAR.matcher(words);
        if (y.find()) {
            // At the beginning of a year stands what the year before ended with.
            int base = Integer.parseInt(y.group()) - (words.endsWith("初") ? 1 : 0);
            boolean silent = !multiple || AT_END.isIn(words);
            return base == year - 1 && silent ? null : Integer.toString(base);
        }
        return plan == null ? null : Integer.toString(words.endsWith("初") ? plan.first() - 1 : plan.last());
    }

    /** The plan that a base names as a whole: “九五”, “九五”时期, but not “九五”末; null where it names none. */
    public static @Nullable Years wholePlan(String base) {
        Matcher whole = WHOLE_PLAN.matcher(base);
        if (!whole.find()) {
            return null;
        }
        int end = whole.group("sum") == null ? base.length() : whole.start("sum");
        return Plans.named(base.substring(0, end) + "时期");
    }
}
