package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.number.Numeral;
import dev.zhibiao.extract.grammar.quantity.Bare;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code “113”服务业}, {@code 2号线}, {@code 百亿级}, {@code 一个}: the number is part of a name or idiom. */
final class NameNumber implements Rule {

    private static final KeyedPattern RATED = KeyedPattern.compile(
            "^(级|型|号|档|梯队|时代|俱乐部|企业家|强(?!度|降|台|对流|冷空气|震|磁|化|势|企|基)|工程(?!项目|研究|技术|实验|中心|师)|行动|计划(?!新|开|投|完|实施|总)|战略)");
    private static final KeyedPattern INDEX = KeyedPattern.compile(
            ".*(比|系数|指数|得分|评分|密度|人数|户数|数量?|基尼系数)(?:[由从]?(?:(?:20|19)\\d\\d年的?)?[\\d.万亿]*)?(?:[为至达到降缩小提高升约由从扩大增加减少]*|(?:[为至达到]*[\\d.]+，)?(?:提高|上升|下降|降低)了?)$");
    /** 4.5万农村劳动力: people and households are counted without a measure word. */
    private static final KeyedPattern PEOPLE = KeyedPattern.compile(
            "^(?:名|位)?[^，。；：、\\d]{0,12}?(人口|农户|群众|居民|劳动力|学生|师生|职工|农民工?|市民|儿童|老人|老年人|老龄人|妇女|党员|干部|对象|游客|市场主体|家庭|用户|教师|移民|牧民|考生|毕业生|贫困生|大学生|寄宿生|患者|残疾人|志愿者|青年|人才|户籍|贫困户|低收入者|力量|户|人)");

    private static final KeyedPattern CROWD =
            KeyedPattern.compile("(人口|对象|用户|学生|职工|市场主体|人才)[^，]{0,4}?(?:[由从][\\d.]+万)?(?:达到?|为|至|到|扩大到|增加到|由|从|约)*$");
    /** 建成三个供养中心: behind a verb of building, a small count counts. */
    private static final KeyedPattern BUILT =
            KeyedPattern.compile("(建成|新建|新增|引进|开工|新开工|竣工|承办|创建|培育|打造|新设|组建|改造|新添|再建|建好|培植)了?$");

    private static final KeyedPattern HELD = KeyedPattern.compile("(举办|承办|举行)了?$");
    /** 企业三项制度改革, 残疾人两项补贴: written in characters, 项 sums up what was named or is part of a name. */
    private static final KeyedPattern SUMMED = KeyedPattern.compile(
            "^(新?制度|改革|补贴|补助|工作|重点|政策|任务|举措|措施|主张|机制|费用|经费|基本|医疗保险|医保|原则|活动|规定|行动|整治|专项|内容|试点|考核|民生|暖民心|监督|权力|权利|要求)");

    private static final KeyedPattern MEETING = KeyedPattern.compile("^[^，。]{1,4}[次届](全体?会|会议|常委会|代表大会|党代会)");
    /** 增加一倍, unlike 一倍 of 一倍于: behind a word of growth one counts. */
    private static final KeyedPattern DOUBLES = KeyedPattern.compile("(增长|增加|提高|扩大|上升|翻)了?$");

    private static final KeyedPattern NAMES = KeyedPattern.compile(
            "[一二三]轮(?:土地)?(?:承包|延包)|[一二三多]元(?:化|结构|体制|经济|格局|论)|三元(?:乳|牛奶|食品|里)|一度(?!电)|一升学|六盘[水山]|三台[县岭]|五台[山县区]|九台[区市]|三门[峡湾]|三元区|五家渠");
    private static final KeyedPattern RATED_ENGINE =
            KeyedPattern.compile("^(级|以上)?[^，。；、]{0,8}(机组|机车|机床|电机|发动机|风机|钻机|轮机|平台|设备|炉|泵|货轮|油轮|装置|变压器)");

    private static final Set<String> LINE_UNITS = Set.of("千伏", "kV", "KV", "kv", "Kv");
    private static final Set<String> RATED_UNITS = Set.of("千伏", "千瓦", "兆瓦", "kV", "KV");
    private static final Set<String> ENGINE_UNITS = Set.of("千瓦", "兆瓦", "马力", "kW", "KW", "MW", "米", "伏", "P");
    private static final Set<String> AREA_UNITS = Set.of("市", "县", "区", "州", "省", "镇", "乡");
    private static final KeyedPattern AND_AREAS = KeyedPattern.compile("[一两二三四五六七八九十]+[市县区州镇乡]");
    /** 三方, 两金 */
    private static final Set<String> PARTIES = Set.of("方", "金", "银", "铜");

    @Override
    public boolean refuses() {
        return true;
    }

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        boolean ordered = q.kind() == QuantityKind.ORDER && !isHeld(reading, index);
        boolean bare = q.kind() == QuantityKind.BARE && !measuresBare(reading, q);
        char before = q.start() == 0 ? ' ' : reading.text().charAt(q.start() - 1);
        boolean counted = before == '第' || before == '每' && q.style() == Numeral.Style.MAGNITUDE;
        boolean line = LINE_UNITS.contains(q.unit()) && !reading.tail(index).isEmpty();
        boolean sample = q.kind() == QuantityKind.PERCENT && reading.text().startsWith("人口抽样", q.end());
        return counted
                        || line
                        || sample
                        || isHundreds(reading, q)
                        || isRating(reading, index)
                        || isTogether(reading, q)
                        || ordered
                        || bare
                        || isQuoted(reading, q)
                        || isRated(reading, q)
                        || isIdiom(reading, index)
                ? List.of()
                : null;
    }

    /** 举办两届农业嘉年华: so many, not the second. */
    private static boolean isHeld(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        return q.unit().equals("届")
                && q.amount().value().compareTo(BigDecimal.ONE) > 0
                && HELD.isIn(reading.text(), 0, q.start())
                && reading.tail(index).length() > 2;
    }

    /** 3兆瓦风电机组, 20兆宽带, 六盘水: what a thing can do, or where it is, is part of its name. */
    private static boolean isRating(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        if (q.style() != Numeral.Style.DIGITS) {
            // 七里河, 百里长江: a distance written in characters with words behind it.
            boolean far = q.unit().equals("里") && !reading.tail(index).isEmpty();
            return far || NAMES.begins(reading.text(), q.start());
        }
        if (q.kind() != QuantityKind.MEASURE) {
            return false;
        }
        String behind = reading.text().substring(q.end());
        if (rates(reading, q)) {
            return true;
        }
        boolean power = ENGINE_UNITS.contains(q.unit());
        boolean band = q.unit().equals("兆") && !behind.isEmpty() && "，。；、".indexOf(behind.charAt(0)) < 0;
        return power && RATED_ENGINE.isIn(behind) || band;
    }

    /** 6个220千伏、11个110千伏输变电项目: the voltage says which are counted. */
    private static boolean rates(Reading reading, Quantity q) {
        return RATED_UNITS.contains(q.unit())
                && q.start() > 0
                && "个座条台".indexOf(reading.text().charAt(q.start() - 1)) >= 0;
    }

    /** 千家万户, 百万亩示范区, 千头万绪: a magnitude without a digit counts only where a word says that it was passed. */
    private static boolean isHundreds(Reading reading, Quantity q) {
        boolean amount =
                q.kind() == QuantityKind.COUNT || q.kind() == QuantityKind.MEASURE || q.kind() == QuantityKind.TIMES;
        // 班列开行760列、净增百列
        boolean added = reading.text().startsWith("净增", q.start() - 2);
        return amount
                && !added
                && q.style() == Numeral.Style.MAGNITUDE
                && q.outerStart() == q.start()
                && q.outerEnd() == q.end();
    }

    /** 长株潭三市, 两县一区: behind names, a small count of areas only sums them up. */
    private static boolean isTogether(Reading reading, Quantity q) {
        boolean areas = q.style() == Numeral.Style.HANZI && AREA_UNITS.contains(q.unit());
        return areas
                && q.kind() == QuantityKind.COUNT
                && (AND_AREAS.begins(reading.text(), q.end())
                        || q.start() > 0 && reading.text().charAt(q.start() - 1) > 0x4e00);
    }

    private static boolean measuresBare(Reading reading, Quantity q) {
        String before = reading.text().substring(0, q.outerStart());
        char last = reading.text().charAt(q.end() - 1);
        boolean many = ("万亿".indexOf(last) >= 0 || "余多".indexOf(last) >= 0)
                && Character.isDigit(reading.text().charAt(q.start()))
                && (PEOPLE.isIn(reading.text(), q.outerEnd(), reading.text().length()) || CROWD.isIn(before));
        return Bare.measures(reading.text(), q.start(), q.end()) || many || INDEX.matches(before);
    }

    private static boolean isQuoted(Reading reading, Quantity q) {
        String text = reading.text();
        int open = Math.max(text.lastIndexOf('“', q.start()), text.lastIndexOf('《', q.start()));
        int close = open < 0 ? -1 : text.indexOf(text.charAt(open) == '“' ? '”' : '》', open);
        // A whole clause in quotation marks still reports; a short name does not.
        return open >= 0 && close > q.start() && close - open < 24;
    }

    private static boolean isRated(Reading reading, Quantity q) {
        boolean hanzi = q.style() != Numeral.Style.DIGITS;
        if (MEETING.isIn(reading.text(), q.start(), reading.text().length())) {
            return true;
        }
        if (hanzi && (PARTIES.contains(q.unit()) || q.amount().value().signum() == 0)) {
            // 三方, 零部件
            return q.kind() != QuantityKind.PERCENT;
        }
        return q.kind().isAmount()
                && RATED.isIn(reading.text(), q.end(), reading.text().length());
    }

    /** Chinese numerals below ten in front of a counter mostly enumerate what was just named. */
    private static boolean isIdiom(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        if (q.style() == Numeral.Style.DIGITS || q.kind() != QuantityKind.COUNT && q.kind() != QuantityKind.TIMES) {
            return false;
        }
        boolean doubles = q.kind() == QuantityKind.TIMES && DOUBLES.isIn(reading.text(), 0, q.outerStart());
        boolean one = q.amount().value().compareTo(BigDecimal.ONE) == 0 && !doubles;
        boolean small = q.amount().value().compareTo(BigDecimal.TEN) <= 0;
        boolean vague = small && "个种类次批点面重部口条步场位篇把手方".contains(q.unit().substring(0, 1));
        boolean built = small
                && !one
                && (BUILT.isIn(reading.text(), 0, q.start())
                        || FewThings.counts(
                                reading.text().substring(0, q.start()),
                                q.unit(),
                                reading.text().substring(q.end())));
        boolean summed = q.unit().equals("项")
                && SUMMED.isIn(reading.text(), q.end(), reading.text().length());
        return one
                || small && summed
                || vague && !built
                || small
                        && !reading.startsClause(index)
                        && reading.tail(index).isEmpty()
                        && q.start() > 0
                        && reading.text().charAt(q.start() - 1) == '等';
    }
}
