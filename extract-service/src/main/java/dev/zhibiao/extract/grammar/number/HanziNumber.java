package dev.zhibiao.extract.grammar.number;

import dev.zhibiao.extract.grammar.number.Numeral.Style;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads one number in Chinese numerals: sections below 万, summed under 万 and 亿, with an optional 点 part. */
final class HanziNumber {

    /** 九千九百九十九万九千九百九十九亿… has fewer; whatever is longer is no number. */
    private static final int LONGEST = 32;

    private final String text;
    private final int start;
    private int at;
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal section = BigDecimal.ZERO;
    private BigDecimal digit = BigDecimal.ONE.negate();
    private boolean more;
    private boolean digitSeen;

    HanziNumber(String text, int start) {
        this.text = text;
        this.start = start;
        this.at = start;
    }

    @Nullable
    Numeral read() {
        while (at < text.length() && at - start < LONGEST && step(text.charAt(at))) {
            at++;
        }
        if (at == start || !decimals()) {
            return null;
        }
        BigDecimal value = total.add(section).add(digit.max(BigDecimal.ZERO));
        int end = NumberReader.magnitudeEnd(text, at);
        if (end > at) {
            value = value.multiply(NumberReader.magnitude(text, at, end));
            at = end;
        }
        if (at < text.length() && "余多".indexOf(text.charAt(at)) >= 0) {
            more = true;
            at++;
        }
        Style style = digitSeen ? Style.HANZI : Style.MAGNITUDE;
        return new Numeral(start, at, value, more, style);
    }

    private boolean step(char c) {
        int d = "零〇一二三四五六七八九两".indexOf(c) >= 0 ? NumberReader.digitOf(c) : -1;
        if (d >= 0) {
            return digit(c, d);
        }
        if (c == '余' || c == '多' || c == '几') {
            return moreInside();
        }
        if (c == '十' || c == '百' || c == '千') {
            return small(c);
        }
        return (c == '万' || c == '亿') && big(c);
    }

    private boolean digit(char c, int d) {
        if (c == '零' || c == '〇') {
            digitSeen = true;
            if (at == start) {
                digit = BigDecimal.ZERO;
            }
            return true;
        }
        // 二三十 names no number, and 一九七八 is a year: reading on would invent a value.
        if (digit.signum() > 0) {
            return false;
        }
        digit = BigDecimal.valueOf(d);
        digitSeen = true;
        return true;
    }

    private boolean small(char c) {
        if (c != '十' && NumberReader.magnitudeEnd(text, at) == at) {
            return false;
        }
        digitSeen |= c == '十';
        BigDecimal factor = digit.signum() > 0 ? digit : BigDecimal.ONE;
        section = section.add(factor.multiply(NumberReader.power(c)));
        digit = BigDecimal.ONE.negate();
        return true;
    }

    private boolean big(char c) {
        BigDecimal inside = section.add(digit.max(BigDecimal.ZERO));
        BigDecimal power = NumberReader.power(c);
        if (inside.signum() == 0) {
            total = total.signum() == 0 ? power : total.multiply(power);
        } else {
            total = c == '亿' ? total.add(inside).multiply(power) : total.add(inside.multiply(power));
        }
        section = BigDecimal.ZERO;
        digit = BigDecimal.ONE.negate();
        return true;
    }

    /** 三十多万, 十几万: more than the tens said, with the magnitude still to come. */
    private boolean moreInside() {
        boolean follows = at + 1 < text.length() && "万亿百千".indexOf(text.charAt(at + 1)) >= 0;
        boolean several = text.charAt(at) == '几' && at > start && "十百千".indexOf(text.charAt(at - 1)) >= 0;
        if (at == start || !follows && !several) {
            return false;
        }
        more = true;
        return true;
    }

    private boolean decimals() {
        if (at + 1 >= text.length() || text.charAt(at) != '点') {
            return true;
        }
        int end = at + 1;
        StringBuilder fraction = new StringBuilder("0.");
        while (end < text.length() && "零〇一二三四五六七八九".indexOf(text.charAt(end)) >= 0) {
            fraction.append(NumberReader.digitOf(text.charAt(end)));
            end++;
        }
        if (end == at + 1) {
            return true;
        }
        digit = digit.max(BigDecimal.ZERO).add(new BigDecimal(fraction.toString()));
        at = end;
        return true;
    }
}
