package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.indicator.Subjects;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code 固定资产投资增长21.2%}, {@code 减少0.5万人}, {@code 提高6个百分点}, {@code 翻番}: a growth or a change. */
final class Movement implements Rule {

    private static final Pattern GAP = Pattern.compile("^(.*?)(高于|低于|快于|高出|(?<!提)高|(?<!降)低|领先)([^，]*)$");

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        Lead lead = reading.lead(index);
        Matcher gap = GAP.matcher(lead.raw());
        if (q.kind() == QuantityKind.POINTS && gap.matches()) {
            String subject = gap.group(1).length() < 2 ? reading.indicatorBefore() : Lead.stripOpeners(gap.group(1));
            return List.of(Statement.of(q, subject + gap.group(2) + gap.group(3), Measure.LEVEL));
        }
        boolean moved =
                lead.move() == Lead.Move.GROW || lead.move() == Lead.Move.FALL || q.kind() == QuantityKind.DOUBLING;
        boolean counts = q.kind() == QuantityKind.COUNT && !reading.tail(index).isEmpty();
        if (!moved || counts) {
            return null;
        }
        String subject = Moves.subject(reading, lead);
        if (subject.isEmpty() && !reading.tail(index).isEmpty()) {
            subject = reading.tail(index).replaceFirst("^的", "");
        }
        if (q.kind() == QuantityKind.DOUBLING && Subjects.split(subject).size() > 1) {
            return Subjects.split(subject).stream()
                    .map(name -> Moves.say(q, name, lead))
                    .toList();
        }
        return subject.isEmpty() ? List.of() : List.of(Moves.say(q, subject, lead));
    }
}
