package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.indicator.Subjects;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code A、B分别增长7.3%和5.9%}, {@code A、B均增长8%}: a joint subject, one statement for each. */
final class Respectively implements Rule {

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Lead lead = reading.lead(index);
        if (!lead.shared() && !lead.each() || reading.quantity(index).kind() == QuantityKind.RANK) {
            return null;
        }
        List<String> names = names(reading, lead);
        if (names.size() < 2) {
            return null;
        }
        List<Statement> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int at = lead.shared() ? index + i : index;
            if (at >= reading.size() || at > index && !reading.goesOn(at)) {
                break;
            }
            found.add(Moves.say(reading.quantity(at), names.get(i), lead));
        }
        return found;
    }

    private static List<String> names(Reading reading, Lead lead) {
        String subject = lead.subject().replaceAll("分别$|均$", "");
        if (subject.length() >= 2) {
            return Subjects.split(subject);
        }
        // 较2015年分别增长…: the subjects of the statements just before, which were as many.
        List<String> names = new ArrayList<>();
        List<Statement> said = reading.statements();
        for (int i = said.size() - 1;
                i >= 0 && said.get(i).measure() == said.get(said.size() - 1).measure();
                i--) {
            names.add(0, said.get(i).indicator());
        }
        return names;
    }
}
