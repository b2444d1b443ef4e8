package dev.zhibiao.extract.grammar.quantity;

import dev.zhibiao.extract.grammar.number.NumberReader;
import dev.zhibiao.extract.grammar.number.Numeral;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values that are said in words rather than as number and unit: 第二, 首位, 翻番, 三分之一, 三成, 百分百. */
final class WordQuantities {

    private static final Pattern SLASHED = Pattern.compile("([1-9])/([1-9]\\d?)");
    private static final Pattern ENTERS = Pattern.compile("(进入|跻身|入围|入选|位列|迈入|跃入|挺进|进|列)[^，。；“]{0,16}$");
    private static final Pattern SERIES = Pattern.compile("(?:、第[一二三四五六七八九十])+(?:[季产批代轮期阶届]|次产|两届)");
    /** What 成 does not begin a word with: 成立, 成员, 成果. */
    private static final Pattern NOUN = Pattern.compile(
            "(?!立|为|功|员|果|熟|本|品|绩|长|型|形(?!势)|份|分|人(?!才)|年|都|效|像|就(?!业)|色|套|群|片|交|行(?![政业])|网(?!络)|链|家(?!庭)|因|灾|活|县|名|才|规(?![上模])|体)[\\u4e00-\\u9fa5]{2}");

    private static final String ENDS = "，。；、！？：）”和及以并与的且也等或";
    private static final String[] FIRSTS = {"首位", "榜首", "首名", "头名", "之首"};
    /** 翻番, 翻了两番, 翻了一番多, 翻了近一番 */
    private static final Pattern DOUBLED =
            Pattern.compile("翻了?(?<near>将?近)?(?<times>[一二两三]?)(?:番半?|(?<=一)翻)(?<more>多)?|倍增");

    private final String text;

    WordQuantities(String text) {
        this.text = text;
    }

    /**
     * The value that begins there, or null.
     *
     * @param number the number that begins there
     */
    @Nullable
    Quantity at(int at, @Nullable Numeral number) {
        return switch (text.charAt(at)) {
            case '第' -> ordinal(at);
            case '前' -> top(at);
            case '首', '榜', '头', '之' -> first(at);
            case '翻', '倍' -> doubling(at);
            default -> among(at, number);
        };
    }

    private @Nullable Quantity ordinal(int at) {
        Numeral number = number(at + 1);
        if (number == null) {
            return null;
        }
        int end = number.end();
        boolean named = end < text.length() && "位名".indexOf(text.charAt(end)) >= 0;
        boolean stands = end == text.length() || ENDS.indexOf(text.charAt(end)) >= 0;
        boolean counted = named && end + 1 < text.length() && "老同额".indexOf(text.charAt(end + 1)) >= 0;
        // 第一、二、三产业 and 第三、第四季度 count, and rank nobody.
        boolean series = end + 1 < text.length()
                && text.charAt(end) == '、'
                && (NumberReader.isHanzi(text.charAt(end + 1))
                        || SERIES.matcher(text).region(end, text.length()).lookingAt());
        if (!named && !stands || counted || series) {
            return null;
        }
        return rank(at, named ? end + 1 : end, new Amount.Exact(number.value()));
    }

    /** 前三, 前10位; not 前三季度, 前10个月. */
    private @Nullable Quantity top(int at) {
        Numeral number = number(at + 1);
        if (number == null || at > 0 && "提年之以目日空当此".indexOf(text.charAt(at - 1)) >= 0) {
            return null;
        }
        int end = number.end();
        if (end < text.length() && "位名强".indexOf(text.charAt(end)) >= 0) {
            end++;
        } else if (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
            return null;
        }
        return rank(at, end, new Amount.AtMost(number.value()));
    }

    /** 跻身全国二十强: one of so many. */
    private @Nullable Quantity among(int at, @Nullable Numeral number) {
        boolean strong = number != null
                && number.end() < text.length()
                && text.charAt(number.end()) == '强'
                && (number.end() + 1 == text.length() || ENDS.indexOf(text.charAt(number.end() + 1)) >= 0);
        // 500强 and 百强 are names of lists.
        if (number == null || !strong || number.value().intValue() >= 100) {
            return fraction(at, number);
        }
        boolean enters = ENTERS.matcher(text).region(0, at).find();
        return enters ? rank(at, number.end() + 1, new Amount.AtMost(number.value())) : null;
    }

    private @Nullable Quantity first(int at) {
        for (String word : FIRSTS) {
            if (text.startsWith(word, at)
                    && !text.startsWith("度", at + word.length())
                    && !text.startsWith("产业", at + word.length())) {
                return rank(at, at + word.length(), new Amount.Exact(BigDecimal.ONE));
            }
        }
        return null;
    }

    private static Quantity rank(int start, int end, Amount amount) {
        return new Quantity(start, end, start, end, amount, "位", QuantityKind.RANK, Numeral.Style.HANZI);
    }

    private @Nullable Quantity doubling(int at) {
        Matcher m = DOUBLED.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!m.lookingAt()) {
            return null;
        }
        int end = m.end();
        Hedge hedge = Hedge.around(text, at, end);
        // 存量倍增和增量突破 names what is striven for.
        boolean names = end < text.length() && "，。；！".indexOf(text.charAt(end)) < 0 && hedge.end() == end;
        if (names && text.charAt(at) == '倍') {
            return null;
        }
        BigDecimal growth = doubled(m.group("times"));
        Amount amount =
                m.group("near") == null ? hedge.apply(growth, m.group("more") != null) : new Amount.About(growth);
        return new Quantity(
                at, end, hedge.start(), hedge.end(), amount, "%", QuantityKind.DOUBLING, Numeral.Style.HANZI);
    }

    /** In %, of what was doubled once, twice or three times. */
    private static BigDecimal doubled(@Nullable String times) {
        return switch (times == null ? "" : times) {
            case "二", "两" -> new BigDecimal("300");
            case "三" -> new BigDecimal("700");
            default -> new BigDecimal("100");
        };
    }

    /** 占全国1/3: one third; not 24/7, a date or a code. */
    private @Nullable Quantity slashed(int at) {
        Matcher m = SLASHED.matcher(text).region(at, Math.min(text.length(), at + 6));
        boolean alone = at == 0 || "0123456789/+-.“".indexOf(text.charAt(at - 1)) < 0 && text.charAt(at - 1) > 'z';
        if (!alone || !m.lookingAt()) {
            return null;
        }
        BigDecimal above = new BigDecimal(m.group(1));
        BigDecimal below = new BigDecimal(m.group(2));
        char next = m.end() < text.length() ? text.charAt(m.end()) : ' ';
        if (above.compareTo(below) >= 0 || "0123456789/+-.”年月日小时".indexOf(next) >= 0) {
            return null;
        }
        BigDecimal share = above.multiply(BigDecimal.valueOf(100)).divide(below, 2, RoundingMode.HALF_UP);
        return percent(
                at,
                m.end(),
                share.stripTrailingZeros().scale() < 0
                        ? share.setScale(0, RoundingMode.HALF_UP)
                        : share.stripTrailingZeros(),
                "%");
    }

    private @Nullable Quantity fraction(int at, @Nullable Numeral below) {
        if (text.charAt(at) >= '1' && text.charAt(at) <= '9') {
            Quantity slashed = slashed(at);
            if (slashed != null) {
                return slashed;
            }
        }
        if (text.charAt(at) == '百' && (text.startsWith("百分百", at) || text.startsWith("百分之百", at))) {
            return percent(at, text.indexOf('百', at + 1) + 1, BigDecimal.valueOf(100), "%");
        }
        if (text.startsWith("一半", at) && isHalf(at)) {
            return percent(at, at + 2, BigDecimal.valueOf(50), "%");
        }
        if (below == null || !text.startsWith("分之", below.end()) && text.indexOf("成", below.end()) != below.end()) {
            return null;
        }
        if (text.startsWith("成", below.end())) {
            return tenths(below);
        }
        Numeral above = number(below.end() + 2);
        if (above == null) {
            return null;
        }
        if (below.value().intValue() == 1000) {
            return percent(at, above.end(), above.value(), "‰");
        }
        BigDecimal share = above.value().multiply(BigDecimal.valueOf(100));
        BigDecimal exact = share.divide(below.value(), 2, RoundingMode.HALF_UP).stripTrailingZeros();
        return percent(at, above.end(), exact.scale() < 0 ? exact.setScale(0) : exact, "%");
    }

    /** 减少一半, 占全省一半以上; not 另一半, 一半是. */
    private boolean isHalf(int at) {
        int end = at + 2;
        boolean stands = end == text.length() || ENDS.indexOf(text.charAt(end)) >= 0 || text.startsWith("左右", end);
        return stands && (at == 0 || "另前后第那".indexOf(text.charAt(at - 1)) < 0);
    }

    /** 三成, 近八成, 六成农户: not 一成 of 一成不变, nor 成 that begins a word (十成员, 两成果). */
    private @Nullable Quantity tenths(Numeral number) {
        int end = number.end() + 1;
        if (end < text.length() && "多余".indexOf(text.charAt(end)) >= 0) {
            Quantity tenths = percent(number.start(), end + 1, number.value().multiply(BigDecimal.TEN), "%");
            Amount more = new Amount.MoreThan(tenths.amount().value());
            return isTenths(number) ? tenths.with(more) : null;
        }
        boolean stands = end == text.length()
                || ENDS.indexOf(text.charAt(end)) >= 0
                || text.startsWith("以上", end)
                || text.startsWith("左右", end);
        boolean before = number.style() == Numeral.Style.HANZI
                && number.value().compareTo(BigDecimal.ONE) > 0
                && NOUN.matcher(text.substring(end)).lookingAt();
        return (stands || before) && isTenths(number)
                ? percent(number.start(), end, number.value().multiply(BigDecimal.TEN), "%")
                : null;
    }

    private static boolean isTenths(Numeral number) {
        return number.value().compareTo(BigDecimal.TEN) < 0 && number.value().signum() > 0;
    }

    private Quantity percent(int start, int end, BigDecimal value, String unit) {
        Hedge hedge = Hedge.around(text, start, end);
        return new Quantity(
                start,
                end,
                hedge.start(),
                hedge.end(),
                hedge.apply(value, false),
                unit,
                QuantityKind.PERCENT,
                Numeral.Style.HANZI);
    }

    private @Nullable Numeral number(int at) {
        return at < text.length() ? NumberReader.read(text, at) : null;
    }
}
