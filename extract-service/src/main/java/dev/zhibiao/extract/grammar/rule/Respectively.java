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
        if (reading.quantity(index).kind() == QuantityKind.RANK) {
            return null;
        }
        boolean said = lead.shared() || lead.each();
        List<String> names = said ? names(reading, lead) : Subjects.split(lead.subject());
        // 增加值和投资增长16.5%、14%: as many values as names, without a word that says so.
        boolean shared = lead.shared() || !said && names.size() == run(reading, index) && areNames(names);
        if (names.size() < 2 || !said && !shared && !eachGrows(reading, index, lead, names)) {
            return null;
        }
        List<Statement> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int at = shared ? index + i : index;
            if (at >= reading.size() || at > index && !reading.goesOn(at)) {
                break;
            }
            found.add(Moves.say(reading.quantity(at), names.get(i), lead));
        }
        return found;
    }

    /** 城镇居民收入和农村居民收入增长7%: by plain sense each of them does. */
    private static boolean eachGrows(Reading reading, int index, Lead lead, List<String> names) {
        boolean moves = lead.move() == Lead.Move.GROW || lead.move() == Lead.Move.FALL;
        return moves
                && reading.quantity(index).kind() == QuantityKind.PERCENT
                && run(reading, index) == 1
                // 电子及通信设备投资 is one name: each part must be one by itself.
                && names.stream()
                        .allMatch(name ->
                                Subjects.isIndicator(name) && lead.subject().contains(name));
    }

    private static boolean areNames(List<String> names) {
        return names.stream().allMatch(name -> name.length() >= 2 && !Character.isDigit(name.charAt(0)));
    }

    /** How many values of one kind and unit stand there with nothing but joins between them. */
    private static int run(Reading reading, int index) {
        int end = index + 1;
        while (end < reading.size()
                && reading.follows(end)
                && reading.quantity(end).kind() == reading.quantity(index).kind()
                && reading.quantity(end).unit().equals(reading.quantity(index).unit())) {
            end++;
        }
        return end - index;
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
