package dev.zhibiao.extract.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Observation;
import dev.zhibiao.extract.cli.SmallestReport.ExplainedNumber;
import dev.zhibiao.extract.cli.SmallestReport.ExplainedQuantity;
import dev.zhibiao.extract.cli.SmallestReport.ExplainedSentence;
import dev.zhibiao.extract.cli.SmallestReport.Place;
import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.rule.Explanation;
import dev.zhibiao.extract.grammar.rule.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The derivation of a sentence for machines; offsets count code points of the words given. */
final class ExplainJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the frame of a report adds to a statement; the rest of an observation says the same as the statement. */
    private static final Set<String> FRAMED =
            Set.of("timePeriod", "status", "basePeriod", "area", "indicatorCode", "unit", "indicator");

    private ExplainJson() {}

    static String of(ExplainedSentence sentence) {
        ObjectNode node = JSON.createObjectNode().put("sentence", sentence.folded());
        ArrayNode quantities = node.putArray("quantities");
        sentence.quantities().forEach(quantity -> quantities.add(quantity(quantity)));
        ArrayNode numbers = node.putArray("unread");
        for (ExplainedNumber number : sentence.numbers()) {
            numbers.add(
                    place(number.place()).put("reason", number.reason().name().toLowerCase(Locale.ROOT)));
        }
        return node + "\n";
    }

    private static ObjectNode quantity(ExplainedQuantity quantity) {
        Explanation.Step step = quantity.step();
        Quantity q = step.quantity();
        ObjectNode node = place(quantity.place())
                .put("comparator", q.amount().comparator())
                .put("value", q.amount().value().toPlainString())
                .put(
                        "valueMax",
                        q.amount().max() == null ? null : q.amount().max().toPlainString())
                .put("unit", q.unit())
                .put("kind", q.kind().name())
                .put("style", q.style().name());
        names(node.putArray("refusals"), step.refusals());
        if (step.lead() != null) {
            node.set("lead", lead(step.lead()));
        }
        node.put("tail", step.tail());
        names(node.putArray("passed"), step.passed());
        node.put("rule", step.rule()).put("together", step.together());
        ArrayNode statements = node.putArray("statements");
        for (int i = 0; i < step.statements().size(); i++) {
            ObjectNode said = statement(step.statements().get(i));
            if (i < quantity.observations().size()) {
                frame(said, quantity.observations().get(i));
            }
            statements.add(said);
        }
        return node;
    }

    private static ObjectNode statement(Statement said) {
        return JSON.createObjectNode()
                .put("indicator", said.indicator())
                .put("measure", said.measure().name().toLowerCase(Locale.ROOT))
                .put("comparator", said.amount().comparator())
                .put("value", said.amount().value().toPlainString())
                .put(
                        "valueMax",
                        said.amount().max() == null ? null : said.amount().max().toPlainString())
                .put("unit", said.unit())
                .put("rankScope", said.scope())
                .put("base", said.base())
                .put("yearly", said.yearly());
    }

    private static void frame(ObjectNode said, Observation observation) {
        try {
            JSON.readTree(EventJson.write(observation)).properties().forEach(field -> {
                if (FRAMED.contains(field.getKey())) {
                    said.set(field.getKey(), field.getValue());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode lead(Lead lead) {
        return JSON.createObjectNode()
                .put("raw", lead.raw())
                .put("subject", lead.subject())
                .put("move", lead.move().name())
                .put("base", lead.base())
                .put("yearly", lead.yearly())
                .put("shared", lead.shared())
                .put("each", lead.each());
    }

    private static ObjectNode place(Place place) {
        return JSON.createObjectNode()
                .put("text", place.text())
                .put("start", place.start())
                .put("end", place.end());
    }

    private static void names(ArrayNode array, List<String> names) {
        names.forEach(array::add);
    }
}
