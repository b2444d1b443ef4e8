package dev.zhibiao.extract.grammar.quantity;

import dev.zhibiao.extract.grammar.number.NumberReader;
import dev.zhibiao.extract.grammar.number.Numeral;
import dev.zhibiao.extract.grammar.unit.Unit;
import dev.zhibiao.extract.grammar.unit.UnitKind;
import dev.zhibiao.extract.grammar.unit.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds every number of a folded sentence, with its unit and hedges, from left to right and without overlaps. */
public final class QuantityReader {

    private static final String RANGE = "-~至到—";
    /** 每人每月630元 stays 元: whom and when it is paid belongs to what is measured. */
    private static final String PER_HEAD = "人户月年生个家名日天次班床位";

    private static final String DESTROYED = "$?#@^_\\|";

    private final String text;
    private final WordQuantities words;
    private final List<Quantity> found = new ArrayList<>();

    private QuantityReader(String text) {
        this.text = text;
        this.words = new WordQuantities(text);
    }

    /** All quantities of a folded sentence, by place. */
    public static List<Quantity> read(String text) {
        QuantityReader reader = new QuantityReader(text);
        int at = 0;
        while (at < text.length()) {
            at = Math.max(at + 1, reader.step(at));
        }
        reader.share();
        return List.copyOf(reader.found);
    }

    /** 57.5万、67.5万人 and 7.3个、4.8个百分点: the first is short for what the last writes out. */
    private void share() {
        for (int i = found.size() - 2; i >= 0; i--) {
            Quantity brief = found.get(i);
            Quantity whole = found.get(i + 1);
            boolean listed = whole.start() == brief.end() + 1 && "、和与".indexOf(text.charAt(brief.end())) >= 0;
            boolean points = whole.kind() == QuantityKind.POINTS && brief.unit().equals("个");
            boolean bare = brief.kind() == QuantityKind.BARE
                    && !whole.unit().isEmpty()
                    && (whole.kind().isAmount() || whole.kind() == QuantityKind.POINTS || isSpan(whole));
            if (listed && (points || bare)) {
                found.set(i, brief.in(whole.unit(), whole.kind()));
            }
        }
    }

    /** 28、29个工作日 are spans of time, 2019、2020年 are years. */
    private static boolean isSpan(Quantity q) {
        return q.kind() == QuantityKind.TIME
                        && !q.unit().endsWith("年")
                        && !q.unit().endsWith("月")
                || q.unit().equals("个月");
    }

    /** Reads what begins there and says where to go on. */
    private int step(int at) {
        Numeral first = NumberReader.read(text, at);
        Quantity word = words.at(at, first);
        if (word != null) {
            found.add(word);
            return word.end();
        }
        if (first == null) {
            return at + 1;
        }
        if (isPartOfAName(at, first.end())) {
            return nameEnd(first.end());
        }
        int ratio = ratio(first);
        return ratio > 0 ? ratio : plain(first);
    }

    private int plain(Numeral first) {
        Quantity range = range(first);
        if (range != null) {
            found.add(range);
            return range.end();
        }
        int toOne = first.end() + 2;
        boolean ratio = first.style() == Numeral.Style.DIGITS
                && text.startsWith("：1", first.end())
                && (toOne == text.length() || "：.0123456789".indexOf(text.charAt(toOne)) < 0);
        if (ratio) {
            // 2.24：1 is 2.24 to one.
            Hedge hedge = Hedge.around(text, first.start(), toOne);
            found.add(new Quantity(
                    first.start(),
                    toOne,
                    hedge.start(),
                    hedge.end(),
                    hedge.apply(first.value(), false),
                    "",
                    QuantityKind.MEASURE,
                    first.style()));
            return toOne;
        }
        Unit unit = measuresBare(first) ? null : Units.at(text, first.end());
        Quantity quantity = quantity(first, unit);
        if (quantity == null) {
            return Math.max(first.start() + 1, first.style() == Numeral.Style.DIGITS ? first.end() : 0);
        }
        found.add(quantity);
        return quantity.end();
    }

    private @Nullable Quantity quantity(Numeral number, @Nullable Unit unit) {
        boolean bareWord = unit == null && number.style() != Numeral.Style.DIGITS && !measuresBare(number);
        if (bareWord) {
            return null;
        }
        int end = unit == null ? number.end() : unit.end();
        boolean more = number.more();
        if (unit != null
                && end < text.length()
                && "多余".indexOf(text.charAt(end)) >= 0
                && unit.text().length() == 1) {
            // 3倍多, 5年多: the word stands behind the unit and stays in the mention.
            more = true;
            end++;
        }
        Hedge hedge = Hedge.around(text, number.start(), end);
        BigDecimal value = isNegative(number) ? number.value().negate() : number.value();
        QuantityKind kind = unit == null ? QuantityKind.BARE : kind(unit.kind());
        int start = isNegative(number) ? number.start() - 1 : perUnitStart(number, unit);
        boolean each = start < number.start() && !isNegative(number);
        String name = unit == null ? "" : each ? per(start, number, unit) : unit.text();
        int outer = Math.min(hedge.start(), start);
        return new Quantity(start, end, outer, hedge.end(), hedge.apply(value, more), name, kind, number.style());
    }

    private boolean measuresBare(Numeral number) {
        return Bare.measures(text, number.start(), number.end());
    }

    private boolean isNegative(Numeral number) {
        int before = number.start() - 1;
        return before > 0
                && "-—".indexOf(text.charAt(before)) >= 0
                && "为是达到于长降、，（幅的".indexOf(text.charAt(before - 1)) >= 0;
    }

    /** 每立方米23微克: where 每 begins, or the number's own start. */
    private int perUnitStart(Numeral number, @Nullable Unit unit) {
        if (unit == null || unit.kind() != UnitKind.MEASURE && unit.kind() != UnitKind.MONEY) {
            return number.start();
        }
        int each = text.lastIndexOf('每', number.start());
        boolean paid = each >= 0 && PER_HEAD.indexOf(text.charAt(each + 1)) >= 0;
        return each >= 0 && !paid && Units.denominatorEnd(text, each + 1) == number.start() ? each : number.start();
    }

    private String per(int start, Numeral number, Unit unit) {
        return unit.text() + "/" + text.substring(start + 1, number.start());
    }

    private @Nullable Quantity range(Numeral first) {
        Unit inner = Units.at(text, first.end());
        int join = inner == null ? first.end() : inner.end();
        if (join + 1 >= text.length() || RANGE.indexOf(text.charAt(join)) < 0 || cameFrom(first.start())) {
            return null;
        }
        Numeral second = NumberReader.read(text, join + 1);
        if (second == null || first.style() != second.style()) {
            return null;
        }
        Unit unit = Units.at(text, second.end());
        if (unit == null || inner != null && !inner.text().equals(unit.text())) {
            return null;
        }
        if (unit.kind() == UnitKind.TIME || first.value().compareTo(second.value()) >= 0) {
            return null;
        }
        BigDecimal low = first.value();
        boolean borrows = inner == null && low.scale() <= 2 && hasNoMagnitude(first) && !hasNoMagnitude(second);
        if (borrows) {
            low = low.multiply(second.value()).divide(bareValue(second));
        }
        Hedge hedge = Hedge.around(text, first.start(), unit.end());
        return new Quantity(
                first.start(),
                unit.end(),
                hedge.start(),
                hedge.end(),
                new Amount.Between(low, second.value()),
                unit.text(),
                kind(unit.kind()),
                first.style());
    }

    private boolean hasNoMagnitude(Numeral number) {
        return bareValue(number).compareTo(number.value()) == 0;
    }

    /** The digits alone, without 万 or 亿 behind them. */
    private BigDecimal bareValue(Numeral number) {
        int end = number.start();
        while (end < number.end() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end == number.start() ? number.value() : new BigDecimal(text.substring(number.start(), end));
    }

    /** 从5%到6% is no range: both are levels. */
    private boolean cameFrom(int start) {
        int from = Math.max(text.lastIndexOf('从', start), text.lastIndexOf('由', start));
        int comma = from < 0 ? -1 : text.indexOf('，', from);
        return from >= 0 && (comma < 0 || comma > start);
    }

    /** 1.3：30.7：68.0 */
    private int ratio(Numeral first) {
        List<Numeral> parts = new ArrayList<>(List.of(first));
        int at = first.end();
        while (at + 1 < text.length() && "：/ ".indexOf(text.charAt(at)) >= 0) {
            Numeral next = NumberReader.read(text, at + 1);
            if (next == null || next.style() != Numeral.Style.DIGITS) {
                break;
            }
            parts.add(next);
            at = next.end();
        }
        if (parts.size() < 3) {
            return -1;
        }
        for (Numeral part : parts) {
            Amount amount = new Amount.Exact(part.value());
            found.add(new Quantity(
                    part.start(), part.end(), part.start(), part.end(), amount, "%", QuantityKind.RATIO, part.style()));
        }
        return at;
    }

    private boolean isPartOfAName(int start, int end) {
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        char after = end < text.length() ? text.charAt(end) : ' ';
        // 人均GDP4.77万元 has nothing between the two, unlike PM2.5 and G228.
        boolean latin = isLatin(before) && !text.startsWith("GDP", start - 3)
                || before == '.'
                || isDigit(before)
                || isDestroyed(before);
        boolean hyphen =
                before == '-' && start > 1 && (isLatin(text.charAt(start - 2)) || isDigit(text.charAt(start - 2)));
        boolean code = "+/".indexOf(after) >= 0 && Units.at(text, end) == null && ratioFree(end);
        boolean plus = before == '+' || before == '/' || before == '·';
        boolean spoilt = isDestroyed(after) || after == '.' && end + 1 < text.length() && isDigit(text.charAt(end + 1));
        return latin || hyphen || code || plus || spoilt || isLatin(after) && Units.at(text, end) == null;
    }

    private boolean ratioFree(int end) {
        return end + 1 >= text.length() || !isDigit(text.charAt(end + 1)) || text.charAt(end) == '+';
    }

    private int nameEnd(int end) {
        int at = end;
        while (at < text.length()
                && (isLatin(text.charAt(at)) || isDigit(text.charAt(at)) || ".$".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /** Whether the character stands for others that the source lost. */
    public static boolean isDestroyed(char c) {
        return DESTROYED.indexOf(c) >= 0;
    }

    /** Whether the character is a letter that makes a name of a number beside it. */
    public static boolean isLatin(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static QuantityKind kind(UnitKind kind) {
        return QuantityKind.valueOf(kind.name());
    }
}
