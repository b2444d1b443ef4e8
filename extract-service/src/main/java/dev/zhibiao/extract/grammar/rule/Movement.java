package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.indicator.Subjects;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code 固定资产投资增长21.2%}, {@code 减少0.5万人}, {@code 提高6个百分点}, {@code 翻番}: a growth or a change. */
final class Movement implements Rule {

    private static final KeyedPattern GAP =
            KeyedPattern.compile("^(.*?)(高于|低于|快于|慢于|优于|高出|低出|多出|领先|(?<!提)高$|(?<!降)低$)([^，]*)$");

    /** 拉动全省经济增长1.4个百分点: what one thing adds to the growth of another. */
    private static final Pattern PULLS = Pattern.compile("(?<name>.*拉动[^，]{2,16}?(增长|增速))(达到?|提高|加快|上升)?");

    private static final KeyedPattern NET = KeyedPattern.compile("((日均|平均每天|每天|月均)(新增|净增|增加)|.{2,}净增)$");
    /** What a count leaves of its thing where more of it is told: 企业数量、新增企业. */
    private static final KeyedPattern COUNTED = KeyedPattern.compile("(数量|总数|新增|净增|数)$");

    private static final KeyedPattern JOINED = KeyedPattern.compile("[和与及、]$");
    private static final KeyedPattern HASTENS = KeyedPattern.compile("(.{2}和)?(加快|提升|扩大|提高)");
    private static final KeyedPattern GROWTH_BEHIND = KeyedPattern.compile("(高?速?增长|高?增[速幅])");
    private static final KeyedPattern REACHED = KeyedPattern.compile("(实现|保持|取得|达到)了?$");
    private static final KeyedPattern ADDS = KeyedPattern.compile("增加|减少|净增");

    /** 实现9.5%以上的增长: the word of growth stands behind. */
    private static Lead saidBehind(Reading reading, int index) {
        Lead lead = reading.lead(index);
        QuantityKind kind = reading.quantity(index).kind();
        boolean grows = (kind == QuantityKind.PERCENT || kind == QuantityKind.TIMES)
                && GROWTH_BEHIND.matches(reading.noun(index))
                && REACHED.isIn(lead.raw());
        return grows ? Lead.of(lead.raw() + "增长") : lead;
    }

    /** 加快20万千瓦风电建设, 提升2万农村人口供水保障水平: the verb is of the thing behind, whose size is told. */
    private static boolean isOfWhatFollows(Reading reading, int index, Lead lead) {
        QuantityKind kind = reading.quantity(index).kind();
        return (kind.isAmount() && kind != QuantityKind.MONEY || kind == QuantityKind.BARE)
                && HASTENS.matches(Lead.stripOpeners(lead.raw()))
                && reading.noun(index).length() > 1;
    }

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        Lead lead = saidBehind(reading, index);
        Matcher gap = q.kind() == QuantityKind.POINTS ? GAP.match(lead.raw()) : null;
        if (gap != null) {
            String said = Lead.stripOpeners(gap.group(1));
            String subject = said.length() < 2 || said.startsWith("比") || said.startsWith("较")
                    ? reading.indicatorBefore() + said
                    : said;
            return List.of(Statement.of(q, subject + gap.group(2) + gap.group(3), Measure.LEVEL));
        }
        Matcher pulled = PULLS.matcher(Lead.stripOpeners(lead.raw()));
        if (q.kind() == QuantityKind.POINTS && pulled.matches()) {
            return List.of(Statement.of(q, pulled.group("name"), Measure.LEVEL));
        }
        boolean moved =
                lead.move() == Lead.Move.GROW || lead.move() == Lead.Move.FALL || q.kind() == QuantityKind.DOUBLING;
        boolean counts = q.kind() == QuantityKind.COUNT && !reading.tail(index).isEmpty();
        if (!moved || counts || isOfWhatFollows(reading, index, lead)) {
            return null;
        }
        String subject = Moves.subject(reading, lead);
        if (reading.text().startsWith("倍增", q.start()) && !Subjects.isIndicator(subject)) {
            // 存量倍增: a slogan, where no indicator is named.
            return List.of();
        }
        if (q.kind() == QuantityKind.DOUBLING && JOINED.isIn(lead.raw())) {
            // 建立新体制和翻两番的目标: one of several names.
            return List.of();
        }
        String verb = Lead.stripOpeners(lead.raw());
        boolean adds = subject.isEmpty()
                || lead.subject().isEmpty() && !reading.tail(index).isEmpty();
        if (adds
                && ADDS.matches(verb)
                && q.kind() != QuantityKind.PERCENT
                && reading.tail(index).length() > 1) {
            // 增加4.5亿元发展基金: what is added is named behind.
            return List.of(Statement.of(q, verb + reading.noun(index), Measure.LEVEL));
        }
        if (q.kind() == QuantityKind.COUNT && NET.isIn(lead.raw()) && lead.base() == null) {
            // 市场主体净增6.9万户, 日均净增1569家: counted like 新增, not set against what was.
            return List.of(Statement.of(q, Lead.stripOpeners(lead.raw()), Measure.LEVEL));
        }
        if (verb.equals("净增") && q.kind() == QuantityKind.COUNT && lead.base() == null && isLevel(reading.last())) {
            // 企业总数720家、净增75家
            String thing = COUNTED.withoutFirst(reading.indicatorBefore());
            return List.of(Statement.of(q, thing + verb, Measure.LEVEL));
        }
        if (subject.isEmpty() && reading.tail(index).isEmpty()) {
            subject = reading.topicBefore(index);
        }
        if (subject.isEmpty() && !reading.tail(index).isEmpty()) {
            subject = reading.noun(index);
        }
        if (q.kind() == QuantityKind.DOUBLING && Subjects.split(subject).size() > 1) {
            return Subjects.split(subject).stream()
                    .map(name -> Moves.say(q, name, lead))
                    .toList();
        }
        return subject.isEmpty() ? List.of() : List.of(Moves.say(q, subject, lead));
    }

    private static boolean isLevel(@Nullable Statement last) {
        return last != null && (last.measure() == Measure.LEVEL || last.measure() == Measure.GROWTH);
    }
}
