package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one sentence was read. All places are indexes of the folded text.
 *
 * @param text the sentence as folded
 * @param steps its quantities by place, each with what became of it
 * @param unread its numbers that are no quantity, by place
 */
public record Explanation(String text, List<Step> steps, List<UnreadNumber> unread) {

    public Explanation {
        steps = List.copyOf(steps);
        unread = List.copyOf(unread);
    }

    /**
     * What became of one quantity.
     *
     * @param quantity the quantity
     * @param refusals the rules that say that it is no observation; what follows is empty where there are any
     * @param lead the words that lead to it, parted
     * @param tail the words behind it
     * @param passed the rules that saw another shape, in their order
     * @param rule the rule that read it; null where none did
     * @param together whether that rule had begun at an earlier quantity of the sentence
     * @param statements what was read; none where the rule found nothing that is measured
     */
    public record Step(
            Quantity quantity,
            List<String> refusals,
            @Nullable Lead lead,
            String tail,
            List<String> passed,
            @Nullable String rule,
            boolean together,
            List<Statement> statements) {

        public Step {
            refusals = List.copyOf(refusals);
            passed = List.copyOf(passed);
            statements = List.copyOf(statements);
        }
    }
}
