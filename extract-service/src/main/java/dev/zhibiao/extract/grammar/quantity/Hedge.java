package dev.zhibiao.extract.grammar.quantity;

import dev.zhibiao.extract.grammar.text.Words;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The words around a number that say that it is a bound or an estimate; they are kept as the comparator. */
final class Hedge {

    private static final Words<String> BEFORE = Words.load("hedges-before.tsv", sign -> sign);
    private static final Words<String> AFTER = Words.load("hedges-after.tsv", sign -> sign);

    private final int start;
    private final int end;
    private final @Nullable String comparator;

    private Hedge(int start, int end, @Nullable String comparator) {
        this.start = start;
        this.end = end;
        this.comparator = comparator;
    }

    /** The hedges around a mention. */
    static Hedge around(String text, int start, int end) {
        String before = null;
        int from = start;
        for (Words.Word<String> word : BEFORE.endingLike(text, start)) {
            int at = start - word.text().length();
            if (text.startsWith(word.text(), at) && !(at > 0 && isInsideWord(word.text(), text.charAt(at - 1)))) {
                before = word.kind();
                from = at;
                break;
            }
        }
        int step = Bare.stepEnd(text, end);
        if (step > end) {
            return new Hedge(from, step, before == null ? ">=" : before);
        }
        Words.Word<String> after = AFTER.at(text, end);
        // What stands behind the number is the closer word: 控制在3%左右 is about three.
        return after == null
                ? new Hedge(from, end, before)
                : new Hedge(from, end + after.text().length(), after.kind());
    }

    /** 通过, 签约, 附近, 赶超, 侦破; 三次破五项纪录 */
    private static boolean isInsideWord(String hedge, char before) {
        return switch (hedge) {
            case "过" -> "通经超越跨不".indexOf(before) >= 0;
            case "约" -> "签节集制预合契条公履违解续简".indexOf(before) >= 0;
            case "近" -> "附邻接靠亲就临最相远".indexOf(before) >= 0;
            case "超" -> "赶高".indexOf(before) >= 0;
            case "破" -> "侦打击攻突冲爆识次".indexOf(before) >= 0;
            default -> false;
        };
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    Amount apply(BigDecimal value, boolean more) {
        return Amount.of(comparator == null ? more ? ">" : "=" : comparator, value);
    }
}
