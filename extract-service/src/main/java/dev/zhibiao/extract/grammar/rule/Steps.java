package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.quantity.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the steps of one reading and tells them afterwards. */
final class Steps implements Trace {

    private final List<Explanation.Step> refused = new ArrayList<>();
    private final Map<Integer, List<String>> passed = new HashMap<>();
    private final Map<Integer, String> taken = new HashMap<>();

    @Override
    public void refused(Reading reading, int index) {
        // All that refuse, not the first alone: who loosens one must know that another still stands there.
        List<String> names = Rules.REFUSALS.stream()
                .filter(rule -> rule.read(reading, index) != null)
                .map(Rules::name)
                .toList();
        refused.add(new Explanation.Step(reading.quantity(index), names, null, "", List.of(), null, false, List.of()));
    }

    @Override
    public void passed(int index, Rule rule) {
        passed.computeIfAbsent(index, i -> new ArrayList<>()).add(Rules.name(rule));
    }

    @Override
    public void took(int index, Rule rule) {
        taken.put(index, Rules.name(rule));
    }

    Explanation explanation(Reading reading) {
        List<Explanation.Step> steps = new ArrayList<>(refused);
        for (int i = 0; i < reading.size(); i++) {
            steps.add(step(reading, i));
        }
        steps.sort(Comparator.comparingInt(step -> step.quantity().start()));
        return new Explanation(reading.text(), steps, UnreadNumber.in(reading.text(), steps));
    }

    private Explanation.Step step(Reading reading, int index) {
        Quantity quantity = reading.quantity(index);
        List<Statement> statements = new ArrayList<>();
        String rule = taken.get(index);
        for (int i = 0; i < reading.statements().size(); i++) {
            Statement said = reading.statements().get(i);
            if (said.start() == quantity.start()) {
                statements.add(said);
                rule = reading.ruleOf(i);
            }
        }
        return new Explanation.Step(
                quantity,
                List.of(),
                reading.lead(index),
                reading.tail(index),
                passed.getOrDefault(index, List.of()),
                rule,
                rule != null && !taken.containsKey(index),
                statements);
    }
}
