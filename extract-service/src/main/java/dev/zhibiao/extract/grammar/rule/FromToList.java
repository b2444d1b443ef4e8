package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.indicator.Subjects;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Several values that moved together, without 分别: {@code 货物和旅客吞吐量由1.2亿吨和1279万人次增至2.6亿吨和2340万人次}, or to one that all
 * have then, {@code 缴费标准由240元、180元统一提高到300元}.
 */
final class FromToList {

    private FromToList() {}

    /** The statements of both lists, the quantity of the given index being the first of all; null where the shape is another. */
    static @Nullable List<Statement> read(Reading reading, int index, Matcher from) {
        int many = reading.run(index);
        int then = index + many;
        if (then >= reading.size()
                || !FromTo.BETWEEN
                        .matcher(reading.text()
                                .substring(
                                        reading.quantity(then - 1).outerEnd(),
                                        reading.quantity(then).outerStart()))
                        .matches()) {
            return null;
        }
        int reached = reading.run(then);
        String subject = Lead.of(FromTo.subject(from)).subject();
        List<String> names = Subjects.split(subject, many);
        if (subject.length() < 2 || reached != many && reached != 1) {
            return null;
        }
        boolean one = names.size() != many;
        List<Statement> found = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Statement start = Moves.say(reading.quantity(index + i), one ? subject : names.get(i), Lead.of(""));
            found.add(FromTo.isDated(from) ? start : start.startedFrom());
        }
        for (int i = 0; i < reached; i++) {
            String name = one || reached == 1 ? subject : names.get(i);
            found.add(Moves.say(reading.quantity(then + i), name, Lead.of("")));
        }
        return found;
    }
}
