package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.number.NumberReader;
import dev.zhibiao.extract.grammar.number.Numeral;
import dev.zhibiao.extract.grammar.quantity.QuantityReader;
import java.util.ArrayList;
import java.util.List;

/**
 * A number that is no quantity.
 *
 * @param start its first character
 * @param end one past its last
 * @param reason why, as far as its neighbours tell
 */
public record UnreadNumber(int start, int end, Reason reason) {

    private static final String JOINS = "+/·-";

    /** Why a number is no quantity. */
    public enum Reason {
        /** １$.1$2: the source lost digits; any value would be invented. */
        SPOILT,
        /** G228, 4+1: letters or signs make it one word with its neighbours. */
        NAME,
        /** 统一, 万众: a numeral in Chinese characters without a unit. */
        NO_UNIT,
        /** nothing beside it tells */
        UNKNOWN
    }

    /** The numbers of a folded sentence outside the given quantities. */
    static List<UnreadNumber> in(String text, List<Explanation.Step> steps) {
        List<UnreadNumber> found = new ArrayList<>();
        int at = 0;
        for (Explanation.Step step : steps) {
            collect(text, at, step.quantity().start(), found);
            at = step.quantity().end();
        }
        collect(text, at, text.length(), found);
        return found;
    }

    private static void collect(String text, int from, int to, List<UnreadNumber> found) {
        for (int at = from; at < to; ) {
            Numeral number = NumberReader.read(text, at);
            if (number == null) {
                at++;
                continue;
            }
            int end = Math.max(at + 1, Math.min(number.end(), to));
            found.add(new UnreadNumber(at, end, reason(text, at, end, number.style())));
            at = end;
        }
    }

    private static Reason reason(String text, int start, int end, Numeral.Style style) {
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        char after = end == text.length() ? ' ' : text.charAt(end);
        if (QuantityReader.isDestroyed(before) || QuantityReader.isDestroyed(after) || before == '.' || after == '.') {
            return Reason.SPOILT;
        }
        if (style != Numeral.Style.DIGITS) {
            return Reason.NO_UNIT;
        }
        if (QuantityReader.isLatin(before)
                || QuantityReader.isLatin(after)
                || JOINS.indexOf(before) >= 0
                || JOINS.indexOf(after) >= 0) {
            return Reason.NAME;
        }
        return Reason.UNKNOWN;
    }
}
