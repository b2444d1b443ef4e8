package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.quantity.Amount;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence says with one quantity.
 *
 * @param start first folded character of the mention
 * @param end one past its last
 * @param indicator the phrase that names what is measured
 * @param measure what the value says of it
 * @param amount the value
 * @param unit without its magnitude word
 * @param scope the set ranked in, for a rank
 * @param base what a growth, change or multiple is measured against, as written, where it is said
 * @param yearly whether it is a yearly mean over several years (年均)
 * @param before whether it is what a change started from: the 18万元 of 从18万元提高至35万元
 */
public record Statement(
        int start,
        int end,
        String indicator,
        Measure measure,
        Amount amount,
        String unit,
        @Nullable String scope,
        @Nullable String base,
        boolean yearly,
        boolean before) {

    static Statement of(Quantity q, String indicator, Measure measure) {
        return new Statement(q.start(), q.end(), indicator, measure, q.amount(), q.unit(), null, null, false, false);
    }

    Statement with(Amount other, String otherUnit) {
        return new Statement(start, end, indicator, measure, other, otherUnit, scope, base, yearly, before);
    }

    /** The same of another set. */
    public Statement in(@Nullable String otherScope) {
        return new Statement(start, end, indicator, measure, amount, unit, otherScope, base, yearly, before);
    }

    Statement against(@Nullable String otherBase, boolean isYearly) {
        return new Statement(start, end, indicator, measure, amount, unit, scope, otherBase, isYearly, before);
    }

    /** The same of another name. */
    public Statement of(String otherIndicator) {
        return new Statement(start, end, otherIndicator, measure, amount, unit, scope, base, yearly, before);
    }

    Statement startedFrom() {
        return new Statement(start, end, indicator, measure, amount, unit, scope, base, yearly, true);
    }
}
