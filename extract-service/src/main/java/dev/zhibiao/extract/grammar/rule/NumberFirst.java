package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code 完成10个数字化车间}, {@code 1030家企业上云}: what is counted stands behind the number. */
final class NumberFirst implements Rule {

    private static final Pattern VERBAL = Pattern.compile("^(以|的?(基础上|速度|水平|目标)|建成|已|均已|全部|投入使用|获|入|用于|支持|左右)");
    private static final Pattern REACHES = Pattern.compile("(覆盖|惠及|涉及|带动|辐射|服务|吸纳|帮助|支持)$");
    private static final Pattern ASIDE =
            Pattern.compile("(?<=.{2})(存在|取得[^，]{0,6}成效|作用|有序|扎实|稳步|积极|顺利|全面|加快(?=推进)|如期|并(?=基本|全面|投入|通过|实现|完成)).*$");
    private static final Pattern COPULA =
            Pattern.compile("(分别|均|达到?|为|突破|超过|在|占|保持|稳定|，|、|(?<![国所私拥公自])(中)?(已|只|至少|现)?有|(?<!公)共)+$");
    private static final Pattern LEVEL = Pattern.compile("(国家|省|市|县|部|区|自治区|州)级");
    private static final Pattern LEVEL_BEFORE = Pattern.compile("^(国家|省|市|县|部|区|自治区|州)级");
    private static final Pattern SPENT_BEHIND =
            Pattern.compile("(?<=.{2})(累计|计划|预计|年度)*(完成|实现)?(总)?(投资额?|产值|销售收入|营业收入|贷款|融资)$");
    private static final Pattern AS_SUCH = Pattern.compile("(?<=.{2})(注重|为基础|为核心|为重点|为抓手|为目标|为支撑|为主体).*$");
    private static final Pattern RATE_BEHIND = Pattern.compile(
            "(?<=.{2})((水质|空气质量|综合|全部|均|均已)?[\\u4e00-\\u9fa5]{2}率(均|全部)?|(水质)?优良水质比例|达标天数比例|((农牧民|农民|居民|职工)?人均.{2,6}收入|(规上|规模以上)?工业增加值|增加值|总?产值|税收|利润总额|利润|财政收入|营业收入|销售收入|PM2\\.5.{0,4}(均值|浓度))(均|全部|同比|实现)*(增长|下降|上升)?)$");
    /** 10个技术中心和一批实验室: what has a number of its own, or none, is not counted. */
    private static final Pattern AND_SOME = Pattern.compile("(?<=.{4})[和及、](一批|百[项家个]|千[项家个]|部分|若干).*$");

    private static final Pattern PLACES = Pattern.compile("[村县乡镇]、");
    /** 市财政安排5000万元专项资金 */
    private static final Pattern PROVIDES = Pattern.compile("(安排|发放|设立|筹集|筹措|投入|拨付|下达)了?$");

    private static final Pattern FUNDS = Pattern.compile("^[^，。；、]{0,8}(资金|补贴|基金|贷款|经费|补助|债券)");
    private static final Pattern LAST_ITEM = Pattern.compile("^.*等$");

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        String tail = reading.noun(index);
        if (tail.isEmpty()
                && index + 1 < reading.size()
                && reading.follows(index + 1)
                && !isNamedBefore(reading, index)) {
            // 28大项、165小项改革任务: what is counted stands behind the last.
            tail = reading.quantity(index + 1).kind() == q.kind() ? reading.tail(index + 1) : "";
        }
        if (LEVEL.matcher(tail).matches() && index + 1 < reading.size()) {
            // 3家国家级、5家省级技术中心: both count technology centres.
            tail = tail + LEVEL_BEFORE.matcher(reading.tail(index + 1)).replaceFirst("");
        }
        if (tail.startsWith("并")) {
            // 突破200万标箱并跻身前列: goes on telling.
            tail = "";
        }
        if (PLACES.matcher(tail).matches() && index + 1 < reading.size()) {
            // 14个村、6449人的脱贫任务: what is told of both stands behind the last.
            tail = tail.substring(0, 1) + reading.noun(index + 1);
        }
        String noun = COPULA.matcher(tail).replaceFirst("");
        noun = shortened(reading, index, noun);
        if (noun.length() < 2
                || q.kind() == QuantityKind.PERCENT
                        && reading.lead(index).subject().length() > 1
                        && !tail.startsWith("实现")
                        && !isShareOf(reading, index)) {
            return null;
        }
        Lead lead = reading.lead(index);
        String subject = lead.subject().startsWith("在") ? lead.subject().substring(1) : lead.subject();
        boolean named = subject.length() > 5 && VERBAL.matcher(tail).find()
                || q.kind() == QuantityKind.MONEY
                        && subject.length() > 3
                        && !(PROVIDES.matcher(subject).find()
                                && FUNDS.matcher(tail).find());
        if (named) {
            return null;
        }
        boolean reaches = REACHES.matcher(subject).find() && !subject.contains("、");
        boolean listed = LAST_ITEM.matcher(lead.raw()).matches() || subject.length() > 12 && !reaches;
        String verb = Verbs.leading(subject.isEmpty() ? Lead.stripOpeners(lead.raw()) : subject);
        String head = listed || subject.isEmpty() ? verb : subject;
        return List.of(Statement.of(q, head + noun, Measure.LEVEL));
    }

    /** 新建健身路径20个、2个活动中心: what the first counts stands before it. */
    private static boolean isNamedBefore(Reading reading, int index) {
        if (reading.quantity(index).outerEnd() == reading.quantity(index + 1).outerStart()) {
            return false;
        }
        String thing = reading.lead(index).subject();
        int named = 3;
        for (String verb = Verbs.leading(thing); !verb.isEmpty(); verb = Verbs.leading(thing)) {
            thing = thing.substring(verb.length());
            named = 2;
        }
        return thing.length() >= named;
    }

    /** 省级86.8%的行政许可事项实现全程网办: what the share is of stands behind it. */
    private static boolean isShareOf(Reading reading, int index) {
        String said = reading.lead(index).subject();
        boolean brief = said.length() < 4 || Verbs.leading(said).equals(said);
        return brief
                && reading.text().startsWith("的", reading.quantity(index).outerEnd())
                && reading.tail(index).length() > 4;
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
        String plain = AND_SOME.matcher(AS_SUCH.matcher(noun).replaceFirst("")).replaceFirst("");
        boolean paid = index + 1 < reading.size()
                && reading.quantity(index + 1).kind() == QuantityKind.MONEY
                && reading.text()
                        .substring(
                                reading.quantity(index).end(),
                                reading.quantity(index + 1).start())
                        .contains(noun);
        if (paid) {
            plain = SPENT_BEHIND.matcher(plain).replaceFirst("");
        }
        String rest = rated ? RATE_BEHIND.matcher(plain).replaceFirst("") : plain;
        return rest.length() > 8 ? ASIDE.matcher(rest).replaceFirst("") : rest;
    }
}
