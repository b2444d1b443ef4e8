package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.indicator.Subjects;
import dev.zhibiao.extract.grammar.quantity.Amount;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** {@code 一般公共预算收入84.3亿元}, {@code 新增上市企业5家}: what is measured stands before the number. */
final class NumberLast implements Rule {

    private static final KeyedPattern SHARE =
            KeyedPattern.compile("^(?<subject>.*?)占(?<whole>(?!比$)[^，]+?)(?:的)?(?<head>比重|比例|份额)?$");
    private static final KeyedPattern SHARE_AGAIN = KeyedPattern.compile("^(全[国省市县区州]|[^，占]{2,8})(的|比重|总量的|总数的)$");
    private static final KeyedPattern CUT = KeyedPattern.compile("^(压减|压缩|削减|降低|减少|缩减).*(支出|经费|成本|费用|能耗|排放).*$");
    /** What says nothing alone: of what the clause before speaks. */
    private static final KeyedPattern ALONE = KeyedPattern.compile(
            "(累计)?完成投资|总产|总产量|(全[国省市])?占比|增加值|利税|销售收入|出口额|进口额|覆盖率|产值|总长|总长度|全长|投资额|投资总额|成交额|销售额|入学率|参保率");

    /** 农民负担控制在上年人均纯收入的3.58% */
    private static final KeyedPattern HELD = KeyedPattern.compile("^(?<subject>.{2,}?)(?:严格)?控制在[^，]{2,20}的$");

    private static final KeyedPattern TIE = KeyedPattern.compile("的$");
    private static final KeyedPattern AROUND = KeyedPattern.compile("^(取得|获得|拥有|查处)|(在内|中|内|里|已经|已|共)$");
    /** The noun that a list of parts shares is short. */
    private static final int LONGEST = 12;

    private static final KeyedPattern JOINT_RATE = KeyedPattern.compile("^(?!.*实现)[^、]{4,}、[^、]{4,}率$");
    private static final KeyedPattern STRIVEN = KeyedPattern.compile("^(并|且)?(力争|争取|确保|冲刺|奋力)(达到|达|实现|突破|在|到|完成)?$");
    /** 接待游客246万人次、实现旅游收入141亿元: a verb of its own takes no other. */
    private static final KeyedPattern OWN_VERB = KeyedPattern.compile("^(累计)?实现");

    private static final Set<String> GOODS = Set.of(
            "钢", "铁", "电", "铜", "铝", "煤", "油", "盐", "糖", "布", "纱", "丝", "棉", "麻", "茶", "酒", "粮", "肉", "蛋", "奶", "鱼",
            "表", "烟", "纸");
    private static final KeyedPattern STARTED = KeyedPattern.compile("(?<=.{2})(?<!自)(由|从)[^，由从]*\\d[^，由从]*$");
    private static final KeyedPattern DONE = KeyedPattern.compile("(项目)?(完成|开工|竣工|投产|达产|履约|落地|到位)率");
    private static final KeyedPattern PART = KeyedPattern.compile("^(资金|投资|总投资|面积|产值|金额|协议资金|合同金额|到位资金)$");

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        Lead lead = reading.lead(index);
        Matcher share = q.kind() == QuantityKind.PERCENT ? SHARE.match(lead.subject()) : null;
        if (share != null) {
            return List.of(Moves.say(q, share(reading, index, share), lead));
        }
        String before = reading.indicatorBefore();
        if (q.kind() == QuantityKind.PERCENT
                && reading.goesOn(index)
                && before.contains("占")
                && SHARE_AGAIN.matches(lead.raw())) {
            // 占全省的25%、全国的2%
            String whole = TIE.withoutFirst(lead.raw());
            return List.of(Moves.say(q, before.substring(0, before.indexOf('占') + 1) + whole + "比重", lead));
        }
        Matcher held = q.kind() == QuantityKind.PERCENT ? HELD.match(lead.raw()) : null;
        if (held != null) {
            Amount bound = q.amount() instanceof Amount.Exact e ? new Amount.AtMost(e.value()) : q.amount();
            return List.of(Statement.of(q, Lead.stripOpeners(held.group("subject")), Measure.LEVEL)
                    .with(bound, q.unit()));
        }
        // 通关时间由开通时的40小时压缩至5小时: what it started from was no value.
        String subject = Verbs.shortened(STARTED.withoutFirst(lead.subject()));
        String tail = reading.noun(index);
        if (subject.endsWith("的")) {
            subject = tied(reading, index, subject);
        }
        String property = Property.named(subject, tail);
        String owned = tail.isEmpty() ? Owner.named(subject, q.kind(), reading.last()) : null;
        if (owned != null) {
            subject = owned;
        } else if (Total.isAlone(subject) && reading.last() != null) {
            // 新增市场主体2万户，总量达28万户
            subject = Total.of(reading, subject);
        } else if (property != null) {
            subject = property;
        } else if (PART.matches(subject)) {
            subject = (before.isEmpty() ? owner(reading, index) : before) + subject;
        } else if (before.isEmpty() && ALONE.matches(subject)) {
            subject = owner(reading, index) + subject;
        } else if (subject.length() < 2 && !tail.isEmpty()) {
            subject = subject + tail;
        } else if (subject.length() < 2 && !isGood(reading, index, subject)) {
            subject = before.isEmpty() ? reading.topicBefore(index) : before;
        } else if (q.kind() == QuantityKind.PERCENT && DONE.matches(subject) && isCount(reading.last())) {
            // 改造管网189公里、完成率达95%
            String thing = before.substring(Verbs.leading(before).length());
            subject = (thing.startsWith("、") ? before : thing) + subject;
        } else if (reading.goesOn(index)
                && Verbs.leading(subject).isEmpty()
                && !isPaidForCounted(q, reading.last())
                && !OWN_VERB.isIn(lead.raw())) {
            subject = Verbs.leading(reading.indicatorBefore()) + subject;
        }
        if (q.kind() == QuantityKind.PERCENT && tail.startsWith("实现")) {
            subject = subject + tail;
        }
        if (q.kind() == QuantityKind.PERCENT && CUT.matches(subject)) {
            // 压减一般性支出15%: the verb in front says that it falls.
            return List.of(
                    Statement.of(q, subject, Measure.GROWTH).with(q.amount().negated(), q.unit()));
        }
        if (q.kind() == QuantityKind.PERCENT && JOINT_RATE.matches(subject)) {
            return Subjects.split(subject).stream()
                    .map(name -> Moves.say(q, name, lead))
                    .toList();
        }
        Statement last = reading.last();
        if (q.kind() == QuantityKind.PERCENT
                && last != null
                && last.before()
                && last.measure() == Measure.GROWTH
                && subject.equals(last.indicator())) {
            return List.of(Statement.of(q, subject, Measure.GROWTH));
        }
        if (q.kind() == QuantityKind.PERCENT
                && last != null
                && last.measure() == Measure.GROWTH
                && STRIVEN.matches(lead.raw())) {
            // 增长5.5%，力争达到6%: the second is what the first is.
            return List.of(Statement.of(q, last.indicator(), Measure.GROWTH));
        }
        return subject.isEmpty() ? List.of() : List.of(Moves.say(q, subject, lead));
    }

    /** What the clause before speaks of, where that can own something. */
    private static String owner(Reading reading, int index) {
        String field = reading.fieldBefore(index);
        String topic = field.isEmpty() ? reading.topicBefore(index) : field;
        return Topic.owns(topic) ? topic : "";
    }

    /** 钢400万吨, 表2360万只: goods whose names are of one character. */
    private static boolean isGood(Reading reading, int index, String subject) {
        return reading.startsClause(index) && GOODS.contains(subject);
    }

    /** 接待游客200万人次、旅游花费14亿元: money is nothing that the verb of a count does. */
    private static boolean isPaidForCounted(Quantity q, @Nullable Statement last) {
        return last != null
                && q.kind() == QuantityKind.MONEY
                && isCount(last)
                && !Verbs.leading(last.indicator()).equals("完成");
    }

    private static boolean isCount(@Nullable Statement said) {
        return said != null
                && said.measure() == Measure.LEVEL
                && !said.unit().equals("%")
                && !said.unit().endsWith("元");
    }

    /** A name that ends in 的 with what it is tied to: the words behind its value, or what was counted before. */
    private static String tied(Reading reading, int index, String subject) {
        Quantity q = reading.quantity(index);
        String tail = reading.noun(index);
        int end = q.outerEnd() + reading.tail(index).length();
        boolean ends =
                end == reading.text().length() || "，；。、".indexOf(reading.text().charAt(end)) >= 0;
        if (!tail.isEmpty()) {
            // 省安排的2000万元贷款; 按销售额的1%提取技术开发资金
            String name = q.kind() == QuantityKind.PERCENT ? subject.substring(0, subject.length() - 1) : subject;
            return ends && tail.length() < 14 ? name + tail : subject;
        }
        String lead = reading.lead(index).raw();
        Statement last = reading.last();
        if (last == null
                || last.measure() != Measure.LEVEL
                || !last.unit().equals(q.unit())
                || q.kind() != QuantityKind.COUNT) {
            return subject;
        }
        // 取得科研成果3000项，其中获奖的9项: of the 科研成果.
        int tie = last.indicator().lastIndexOf('的');
        boolean untied =
                tie < 0 && index > 0 && reading.lead(index - 1).subject().endsWith("的");
        String name = last.indicator().substring(tie + 1);
        String noun = AROUND.without(name.substring(Verbs.leading(name).length()));
        boolean of = lead.startsWith("其中") || tie > 0 || noun.length() > 2;
        return untied || !of || noun.length() > LONGEST ? subject : subject + noun;
    }

    private static String share(Reading reading, int index, Matcher share) {
        String part = share.group("subject").length() < 2
                ? reading.indicatorBefore().isEmpty() ? reading.topicBefore(index) : reading.indicatorBefore()
                : Lead.stripOpeners(share.group("subject"));
        if (Total.isAlone(part)) {
            // 煤炭产量1.7亿吨，总量占全省的13%
            part = reading.indicatorBefore() + part;
        }
        String head = share.group("head") == null ? "比重" : share.group("head");
        return part + "占" + share.group("whole") + head;
    }
}
