package dev.zhibiao.extract.report;

import dev.zhibiao.catalogue.Indicator;
import dev.zhibiao.catalogue.Indicators;
import dev.zhibiao.catalogue.UnitDimension;
import dev.zhibiao.catalogue.UnitDimensions;
import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.rule.Measure;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import dev.zhibiao.extract.grammar.text.WordList;
import dev.zhibiao.extract.grammar.text.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The canonical indicator that a phrase of a text names, only where that is sure: what is left of {@code 全市完成固定资产投资}
 * without the words that change nothing is a name or an alias of the catalogue, letter for letter, and the unit suits it.
 * {@code 农村固定资产投资} measures something else and has no code.
 */
final class IndicatorCodes {

    private static final Indicators INDICATORS = Indicators.load();
    private static final UnitDimensions UNITS = UnitDimensions.load();
    private static final Map<String, String> PADDING = WordList.load("indicator-padding.tsv");
    private static final Words<String> OPENERS = Words.load("indicator-padding.tsv", kind -> kind);

    private static final KeyedPattern VERB_INSIDE = KeyedPattern.compile("(?<=.)(?:" + words("VERB") + ")(?=.)");
    private static final KeyedPattern GROWTH_BEHIND = KeyedPattern.compile("(?<=.)的?(?:" + words("GROWTH") + ")$");
    private static final KeyedPattern QUOTES = KeyedPattern.compile("[“”\"‘’\\s]");
    /** Bullets and numbers of a list: {@code ——}, {@code ⑤}, {@code （9）}, {@code 8.} */
    private static final KeyedPattern BULLET =
            KeyedPattern.compile("^(?:[—\\-·•、，：:①-⑳⑴-⒇]+|（[\\d一二三四五六七八九十]{1,3}）|\\d{1,2}[.．、])");

    private static final KeyedPattern YEAR = KeyedPattern.compile("^(?:\\d{4}|[一二三四五六七八九〇○零]{4})年(?:末|底|度)?");
    private static final String JOINS = "和与及";

    private IndicatorCodes() {}

    /**
     * The code of what is measured. A growth and a rank have the code of what grows and of what is ranked.
     *
     * @param phrase as the text says it
     * @param measure what the value says of it
     * @param unit without its magnitude word
     * @return null where the phrase is no name of the catalogue, where the unit does not suit it, or where it could be two
     */
    static @Nullable String of(String phrase, Measure measure, String unit) {
        Set<String> found = new LinkedHashSet<>();
        for (String name : readings(phrase, measure)) {
            for (Indicator indicator : INDICATORS.named(name)) {
                if (suits(indicator, measure, unit)) {
                    found.add(indicator.code());
                }
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    /**
     * Whether a word that may narrow the phrase stands right before it, outside of it: {@code 四市} before {@code 出口总值}.
     *
     * @param phrase as the grammar took it from the text
     * @param before the sentence up to the value
     */
    static boolean isNarrowed(String phrase, String before) {
        int at = before.lastIndexOf(phrase);
        int from = at;
        while (from > 0 && isWord(before.charAt(from - 1))) {
            from--;
        }
        if (from >= at || JOINS.indexOf(before.charAt(at - 1)) >= 0) {
            return false;
        }
        return Lead.stripOpeners(before.substring(from, at) + phrase).length() > phrase.length();
    }

    /** Quotation marks are none of a clause's ends: “十四五”时期 is one word of time. */
    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '“' || c == '”';
    }

    /** The phrase without what stands before it, and then without the verb inside it and the growth behind it. */
    private static List<String> readings(String phrase, Measure measure) {
        String bare = withoutOpening(QUOTES.without(phrase));
        String plain = VERB_INSIDE.withoutFirst(bare);
        return measure == Measure.GROWTH || measure == Measure.RANK
                ? List.of(bare, plain, GROWTH_BEHIND.withoutFirst(plain))
                : List.of(bare, plain);
    }

    private static String words(String kind) {
        return String.join(
                "|",
                PADDING.entrySet().stream()
                        .filter(word -> word.getValue().equals(kind))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static String withoutOpening(String phrase) {
        String rest = phrase;
        for (String shorter = shorten(rest); shorter.length() < rest.length(); shorter = shorten(rest)) {
            rest = shorter;
        }
        return rest;
    }

    private static String shorten(String phrase) {
        String rest = YEAR.withoutFirst(BULLET.withoutFirst(phrase));
        for (Words.Word<String> word : OPENERS.beginningLike(rest, 0)) {
            if (!word.kind().equals("GROWTH") && rest.startsWith(word.text())) {
                rest = rest.substring(word.text().length());
                return rest.startsWith("的") ? rest.substring(1) : rest;
            }
        }
        return rest;
    }

    private static boolean suits(Indicator indicator, Measure measure, String unit) {
        Optional<UnitDimension> dimension = UNITS.of(unit);
        return switch (measure) {
            case LEVEL -> dimension.filter(indicator.dimensions()::contains).isPresent();
            case GROWTH -> dimension.filter(UnitDimension.PERCENT::equals).isPresent();
            // A rate moves by points; by % nobody could tell whether of itself.
            case CHANGE ->
                indicator.dimensions().contains(UnitDimension.PERCENT)
                        ? dimension.filter(UnitDimension.POINTS::equals).isPresent()
                        : dimension.filter(indicator.dimensions()::contains).isPresent();
            case MULTIPLE -> unit.equals("倍");
            case RANK -> unit.equals("位");
        };
    }
}
