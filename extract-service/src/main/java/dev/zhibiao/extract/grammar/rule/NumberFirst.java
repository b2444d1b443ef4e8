package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code 完成10个数字化车间}, {@code 1030家企业上云}: what is counted stands behind the number. */
final class NumberFirst implements Rule {

    private static final KeyedPattern VERBAL =
            KeyedPattern.compile("^(以|的?(基础上|速度|水平|目标)|建成|已|均已|全部|投入使用|获|入|用于|支持|左右)");
    private static final KeyedPattern REACHES = KeyedPattern.compile("(覆盖|惠及|涉及|带动|辐射|服务|吸纳|帮助|支持)$");
    private static final KeyedPattern ASIDE = KeyedPattern.compile(
            "(?<=.{2})(存在|(在[^，]{2,40})?也(?!是)|取得[^，]{0,6}成效|作用|有序|扎实|稳步|积极|顺利|全面|加快(?=推进)|如期|并(?=基本|全面|投入|通过|实现|完成)).*$");
    private static final KeyedPattern COPULA =
            KeyedPattern.compile("(分别|均|达到?|为|突破|超过|在|占|保持|稳定|[从由]|，|、|(?<![国所私拥公自])(中)?(已|只|至少|现)?有|(?<!公)共)+$");
    private static final KeyedPattern LEVEL = KeyedPattern.compile("(国家|省|市|县|部|区|自治区|州)级");
    private static final KeyedPattern LEVEL_BEFORE = KeyedPattern.compile("^(国家|省|市|县|部|区|自治区|州)级");
    private static final KeyedPattern SPENT_BEHIND =
            KeyedPattern.compile("(?<=.{2})(累计|计划|预计|年度)*(完成|实现)?(总)?(投资额?|产值|销售收入|营业收入|贷款|融资)$");
    private static final KeyedPattern AS_SUCH = KeyedPattern.compile("(?<=.{2})(注重|为基础|为核心|为重点|为抓手|为目标|为支撑|为主体).*$");
    private static final KeyedPattern RATE_BEHIND = KeyedPattern.compile(
            "(?<=.{2})((水质|空气质量|综合|全部|均|均已)?[\\u4e00-\\u9fa5]{2}率(均|全部)?|(水质)?优良水质比例|达标天数比例|((农牧民|农民|居民|职工)?人均.{2,6}收入|(规上|规模以上)?工业增加值|增加值|总?产值|税收|利润总额|利润|财政收入|营业收入|销售收入|PM2\\.5.{0,4}(均值|浓度))(均|全部|同比|实现)*(增长|下降|上升)?)$");
    /** 市财政安排5000万元专项资金, 用好市级1亿元前期费 */
    private static final KeyedPattern PROVIDES =
            KeyedPattern.compile("(安排|发放|设立|筹集|筹措|投入|拨付|下达|用好|用活|用足|管好)了?((省|市|县|区|中央|国家)级?)?$");

    private static final KeyedPattern FUNDS = KeyedPattern.compile("^[^，。；、]{0,10}(资金|补贴|基金|贷款|经费|补助|债券|前期费)");

    /** 10个研究中心和一批技术中心: the second has a count of its own, though no number. */
    private static final KeyedPattern ANOTHER =
            KeyedPattern.compile("(?<=.{3})(和|及|以及|、)(一批|一些|若干|多个|多项|部分|[百千万]+[余多]?[项个家]).*$");

    private static final KeyedPattern MEMBERS = KeyedPattern.compile("[^、，和及与“]{2,8}([、和及与][^、，和及与“]{2,8})+");
    /** 93公顷（其中公共绿地39公顷）: what brackets say behind a number is no noun. */
    private static final KeyedPattern ASIDE_IN_BRACKETS = KeyedPattern.compile("^（[^）]*(）|$)");

    /** 政务系统100%接入云平台: what is said of the share belongs to its name. */
    private static final KeyedPattern SAID_OF = KeyedPattern.compile("^(实现|接入|进入|纳入|通|完成|达标|落实|参加|按|入)");

    /** 医护人员舍小家、为大家: what people do, told in two turns as long as each other, counts nothing more. */
    private static final Pattern DEVOTED = Pattern.compile(
            "(?<people>[^、]{0,8}(?:人员|干部|员工|队员|志愿者|党员|民警|官兵|职工|教师|群众|市民))(?<one>[^、的]{3,4})、(?<other>[^、的]{3,4})");

    private static final KeyedPattern OF_ALL = KeyedPattern.compile("(纳入|列入|入选|进入)(全[国省市区县]|国家|省|市)$");
    private static final Pattern JOIN = Pattern.compile("[、和及与]");
    private static final KeyedPattern PLACE = KeyedPattern.compile("[县区乡镇村]");
    private static final KeyedPattern LAST_ITEM = KeyedPattern.compile("^.*等$");

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        String tail = ASIDE_IN_BRACKETS.withoutFirst(reading.noun(index));
        if (tail.isEmpty()) {
            tail = SharedNoun.behindNext(reading, index, isBrief(reading, index));
        }
        if (LEVEL.matches(tail) && index + 1 < reading.size()) {
            // 3家国家级、5家省级技术中心: both count technology centres.
            tail = tail + LEVEL_BEFORE.withoutFirst(reading.tail(index + 1));
        }
        if (OF_ALL.isIn(tail) && index + 1 < reading.size()) {
            // 10个项目纳入全省100个综合体建设
            tail = tail + reading.tail(index + 1);
        }
        if (tail.startsWith("并")) {
            // 突破200万标箱并跻身前列: goes on telling.
            tail = "";
        }
        String noun = SharedNoun.of(reading, index, COPULA.withoutFirst(tail));
        noun = shortened(reading, index, noun);
        if (noun.length() < 2 && !PLACE.matches(noun)
                || q.kind() == QuantityKind.PERCENT
                        && reading.lead(index).subject().length() > 1
                        && !SAID_OF.isIn(tail)
                        && !isShareOf(reading, index)) {
            return null;
        }
        Lead lead = reading.lead(index);
        String subject = lead.subject().startsWith("在") ? lead.subject().substring(1) : lead.subject();
        if (Property.named(subject, noun) != null) {
            return null;
        }
        boolean members = isMembers(q, subject);
        boolean named = !members && subject.length() > 5 && VERBAL.isIn(tail)
                || q.kind() == QuantityKind.MONEY
                        && subject.length() > 3
                        && !(PROVIDES.isIn(subject) && FUNDS.isIn(tail));
        if (named) {
            return null;
        }
        boolean reaches = REACHES.isIn(subject) && !subject.contains("、");
        boolean listed = members || LAST_ITEM.matches(lead.raw()) || subject.length() > 12 && !reaches;
        String verb = Verbs.leading(subject.isEmpty() ? Lead.stripOpeners(lead.raw()) : subject);
        String head = listed || subject.isEmpty() ? verb : subject;
        if (lead.raw().isEmpty() && reading.goesOn(index) && reading.last() != null) {
            // 新增5条国道、12条省道
            String carried = Verbs.leading(reading.indicatorBefore());
            boolean bare = reading.indicatorBefore().equals(carried)
                    || !Verbs.leading(noun).isEmpty();
            head = bare ? "" : carried;
        }
        return List.of(Statement.of(q, head + noun, Measure.LEVEL));
    }

    /** 马山、阳朔、资源3县: as many names as are counted. */
    private static boolean isMembers(Quantity q, String subject) {
        String names = subject.substring(Verbs.leading(subject).length());
        return q.kind() == QuantityKind.COUNT
                && MEMBERS.matches(names)
                && JOIN.split(names).length == q.amount().value().intValue();
    }

    /** 接待外宾1082人、148家媒体: a noun in front of the number is what it counts; verbs alone are none. */
    private static boolean isBrief(Reading reading, int index) {
        String thing = reading.lead(index).subject();
        int named = 3;
        for (String verb = Verbs.leading(thing); !verb.isEmpty(); verb = Verbs.leading(thing)) {
            thing = thing.substring(verb.length());
            named = 2;
        }
        return thing.length() < named;
    }

    /** 省级86.8%的行政许可事项实现全程网办, 创造近八成就业岗位: what the share is of stands behind it. */
    private static boolean isShareOf(Reading reading, int index) {
        String said = reading.lead(index).subject();
        Quantity q = reading.quantity(index);
        boolean tied = reading.text().startsWith("的", q.outerEnd())
                && reading.tail(index).length() > 4;
        boolean tenths = reading.text().charAt(q.end() - 1) == '成' && q.outerEnd() == q.end();
        return (said.length() < 4 || isBrief(reading, index)) && (tied || tenths);
    }

    /** 147个国考断面水质优良率达100%, 10个产业园区注重…: what is counted, without what is said of it. */
    private static String shortened(Reading reading, int index, String noun) {
        boolean rated = index + 1 < reading.size()
                && reading.quantity(index + 1).kind() == QuantityKind.PERCENT
                && reading.text()
                        .substring(
                                reading.quantity(index).end(),
                                reading.quantity(index + 1).start())
                        .contains(noun);
        Matcher devoted = DEVOTED.matcher(noun);
        if (devoted.matches()
                && devoted.group("one").length() == devoted.group("other").length()) {
            return devoted.group("people");
        }
        if (reading.quantity(index).unit().equals("届") && noun.contains("、")) {
            // 举办两届农民运动会、三省邀请赛: the second has editions of its own.
            return noun.substring(0, noun.indexOf('、'));
        }
        String plain = AS_SUCH.withoutFirst(ANOTHER.withoutFirst(noun));
        boolean paid = index + 1 < reading.size()
                && reading.quantity(index + 1).kind() == QuantityKind.MONEY
                && reading.text()
                        .substring(
                                reading.quantity(index).end(),
                                reading.quantity(index + 1).start())
                        .contains(noun);
        if (paid) {
            plain = SPENT_BEHIND.withoutFirst(plain);
        }
        String rest = rated ? RATE_BEHIND.withoutFirst(plain) : plain;
        return rest.length() > 8 ? ASIDE.withoutFirst(rest) : rest;
    }
}
