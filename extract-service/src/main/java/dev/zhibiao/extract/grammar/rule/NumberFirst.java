package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code 完成10个数字化车间}, {@code 1030家企业上云}: what is counted stands behind the number. */
final class NumberFirst implements Rule {

    private static final Pattern VERBAL = Pattern.compile("^(以|的?(基础上|速度|水平|目标)|建成|投入使用|获|入|用于|支持|左右)");
    private static final Pattern LAST_ITEM = Pattern.compile("^.*等$");

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        String tail = reading.tail(index).replaceFirst("^的", "");
        String noun = tail.replaceAll("(分别|均|达到?|为|突破|超过|在|占|，)+$", "");
        if (noun.length() < 2
                || q.kind() == QuantityKind.PERCENT
                        && reading.lead(index).subject().length() > 1
                        && !tail.startsWith("实现")) {
            return null;
        }
        Lead lead = reading.lead(index);
        String subject = lead.subject().replaceFirst("^在", "");
        boolean named = subject.length() > 5 && VERBAL.matcher(tail).find()
                || q.kind() == QuantityKind.MONEY && subject.length() > 3;
        if (named) {
            return null;
        }
        boolean listed = LAST_ITEM.matcher(lead.raw()).matches() || subject.length() > 12;
        String verb = Verbs.leading(subject.isEmpty() ? Lead.stripOpeners(lead.raw()) : subject);
        String head = listed || subject.isEmpty() ? verb : subject;
        return List.of(Statement.of(q, head + noun, Measure.LEVEL));
    }
}
