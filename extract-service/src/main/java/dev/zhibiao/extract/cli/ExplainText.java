package dev.zhibiao.extract.cli;

import dev.zhibiao.events.Observation;
import dev.zhibiao.extract.cli.SmallestReport.ExplainedNumber;
import dev.zhibiao.extract.cli.SmallestReport.ExplainedQuantity;
import dev.zhibiao.extract.cli.SmallestReport.ExplainedSentence;
import dev.zhibiao.extract.cli.SmallestReport.Place;
import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.quantity.Amount;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.rule.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The derivation of a sentence for the eye: one slot a line, labels aligned. */
final class ExplainText {

    private static final int LABEL = 10;
    private static final char FIRST_WIDE = 0x1100;

    private final StringBuilder text = new StringBuilder();

    private ExplainText() {}

    /**
     * Of one sentence.
     *
     * @param frame where it is taken to stand, in words
     */
    static String of(ExplainedSentence sentence, String frame) {
        ExplainText lines = new ExplainText();
        lines.slot("", "sentence", sentence.folded());
        lines.slot("", "frame", frame);
        int number = 0;
        for (ExplainedQuantity quantity : sentence.quantities()) {
            number++;
            lines.text
                    .append('\n')
                    .append('[')
                    .append(number)
                    .append("] ")
                    .append(at(quantity.place()))
                    .append('\n');
            lines.quantity(sentence.folded(), quantity.step().quantity());
            lines.step(quantity);
        }
        lines.numbers(sentence.numbers());
        return lines.text.toString();
    }

    private void quantity(String folded, Quantity q) {
        slot("    ", "value", value(q.amount()) + " " + q.unit());
        slot("    ", "kind", q.kind() + " " + q.style());
        String before = folded.substring(q.outerStart(), q.start());
        String behind = folded.substring(q.end(), q.outerEnd());
        slot("    ", "hedge", before.isEmpty() && behind.isEmpty() ? "-" : (before + " … " + behind).strip());
    }

    private void step(ExplainedQuantity quantity) {
        Explanation.Step step = quantity.step();
        if (!step.refusals().isEmpty()) {
            slot("    ", "refused", String.join(" ", step.refusals()));
            return;
        }
        if (step.lead() != null) {
            slot("    ", "lead", or(step.lead().raw()));
            slot("    ", "subject", or(step.lead().subject()));
            slot("    ", "signs", signs(step.lead()));
        }
        slot("    ", "tail", or(step.tail()));
        slot("    ", "passed", or(String.join(" ", step.passed())));
        String together = step.together() ? " " + Messages.of("explain.together") : "";
        slot("    ", "rule", step.rule() == null ? Messages.of("explain.none") : step.rule() + together);
        for (int i = 0; i < Math.max(step.statements().size(), 1); i++) {
            slot("    ", "says", says(quantity, i));
        }
    }

    private static String says(ExplainedQuantity quantity, int index) {
        if (quantity.step().statements().isEmpty()) {
            return Messages.of("explain.nothing");
        }
        if (index >= quantity.observations().size()) {
            return Messages.of(
                    "explain.left", quantity.step().statements().get(index).indicator());
        }
        Observation o = quantity.observations().get(index);
        String max = o.valueMax() == null ? "" : ".." + o.valueMax().toPlainString();
        return String.join(
                        " ",
                        o.indicator(),
                        o.measure(),
                        o.comparator(),
                        o.value().toPlainString() + max,
                        o.unit(),
                        o.timePeriod(),
                        o.status())
                + (o.rankScope() == null ? "" : " " + Messages.of("explain.scope", o.rankScope()))
                + (o.basePeriod() == null ? "" : " " + Messages.of("explain.base", o.basePeriod()));
    }

    /** What the lead says beside its subject. */
    private static String signs(Lead lead) {
        List<String> signs = new ArrayList<>(List.of(lead.move().name()));
        if (lead.base() != null) {
            signs.add(Messages.of("explain.base", lead.base()));
        }
        if (lead.yearly()) {
            signs.add("yearly");
        }
        if (lead.shared()) {
            signs.add("shared");
        }
        if (lead.each()) {
            signs.add("each");
        }
        return String.join(" ", signs);
    }

    private void numbers(List<ExplainedNumber> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        text.append('\n').append(Messages.of("explain.unread")).append('\n');
        for (ExplainedNumber number : numbers) {
            String reason = number.reason().name().toLowerCase(Locale.ROOT);
            text.append("    ")
                    .append(at(number.place()))
                    .append("  ")
                    .append(Messages.of("explain.unread." + reason))
                    .append('\n');
        }
    }

    private void slot(String indent, String label, String content) {
        String name = Messages.of("explain." + label);
        int width = name.chars().map(c -> c >= FIRST_WIDE ? 2 : 1).sum();
        text.append(indent)
                .append(name)
                .append(" ".repeat(Math.max(1, LABEL - width)))
                .append(content.stripTrailing())
                .append('\n');
    }

    private static String at(Place place) {
        return place.text() + "  " + place.start() + ".." + place.end();
    }

    private static String value(Amount amount) {
        return amount.comparator() + " " + amount.value().toPlainString()
                + (amount.max() == null ? "" : ".." + amount.max().toPlainString());
    }

    private static String or(String words) {
        return words.isEmpty() ? "-" : words;
    }
}
