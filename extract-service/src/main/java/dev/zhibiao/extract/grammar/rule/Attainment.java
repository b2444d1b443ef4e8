package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.indicator.Subjects;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** {@code 完成年度计划的102%}, {@code 分别恢复至上年的74%和73%}: how much of something else a value is. */
final class Attainment implements Rule {

    private static final String OF = "(?<way>(?:超额)?完成了?|相当于|恢复[到至]|达到|[为是达])(?<whole>(?!全部|[的为了])[^，]{2,}?)";
    private static final KeyedPattern SHAPE =
            KeyedPattern.compile("^(?<subject>.*?)(?:分别|均|约|大约|只|仅|已|将|就|也|要|应|预计|可)*" + OF + "的$");
    private static final KeyedPattern SHARE = KeyedPattern.compile("(?<=.{2})占.*(比重|比例)$");
    /** 粮食产量完成年度计划 */
    private static final KeyedPattern ATTAINED =
            KeyedPattern.compile("^(?<subject>.*?)(?:超额)?完成了?[^，]*(?:计划|任务|预算|指标|目标)数?$");

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        if (reading.quantity(index).kind() != QuantityKind.PERCENT) {
            return null;
        }
        Matcher m = SHAPE.match(reading.lead(index).raw());
        if (m == null) {
            return null;
        }
        String own = Lead.of(m.group("subject")).subject();
        boolean copula = m.group("way").length() == 1;
        if (own.startsWith("占") || copula && !own.isEmpty()) {
            return null;
        }
        int run = 1;
        while (own.isEmpty()
                && index + run < reading.size()
                && reading.quantity(index + run).kind() == QuantityKind.PERCENT
                && reading.follows(index + run)) {
            run++;
        }
        boolean each = !own.isEmpty() && reading.lead(index).each();
        List<String> names = own.isEmpty() ? known(reading, index, run) : each ? Subjects.split(own) : List.of(own);
        // 完成国家提出的50%的任务
        String tail = reading.tail(index).startsWith("的") ? reading.tail(index) : "";
        List<Statement> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            found.add(Statement.of(
                    reading.quantity(each ? index : index + i),
                    names.get(i) + m.group("way") + m.group("whole") + tail,
                    Measure.LEVEL));
        }
        return found.isEmpty() ? null : found;
    }

    /** What was said just before, as many as there are values. */
    private static List<String> known(Reading reading, int index, int run) {
        List<String> group = run > 1 ? reading.group(run) : List.of();
        if (!group.isEmpty()) {
            return group;
        }
        String before = SHARE.withoutFirst(reading.indicatorBefore());
        if (!before.isEmpty() && !Verbs.leading(before).equals(before)) {
            return List.of(before);
        }
        String name = reading.subjectBefore(index);
        return Subjects.isIndicator(name) ? List.of(name) : List.of();
    }

    /** Of 粮食产量完成年度计划 the 粮食产量, which what follows is about; null where it is no such name. */
    static @Nullable String attained(String indicator) {
        Matcher m = ATTAINED.match(indicator);
        return m != null && m.group("subject").length() > 1 ? m.group("subject") : null;
    }
}
