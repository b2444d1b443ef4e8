package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set whose own name says what is compared: {@code 位居全国百强城市第86位}, {@code 2022全球“科技集群”}. */
final class RankedList {

    private static final KeyedPattern NAMED = KeyedPattern.compile(".*(”|[\\d百]强.{0,3}|榜单?)$");
    private static final KeyedPattern PLACE_AND_STRENGTH = KeyedPattern.compile("^全[国省市]|百强.{0,2}$");
    private static final KeyedPattern YEAR = KeyedPattern.compile("^(在|的)?((20|19)\\d\\d年?度?)?");

    private RankedList() {}

    /** A set without the year that it is of. */
    static String undated(String scope) {
        return YEAR.withoutFirst(scope);
    }

    /**
     * What is compared in a set that nothing is named in front of; empty where what was told before is. A growth told before
     * has no place on a list of names.
     */
    static String compared(String scope, @Nullable Statement last) {
        boolean own = last == null || last.measure() == Measure.GROWTH && NAMED.matches(scope);
        String name = own ? PLACE_AND_STRENGTH.without(scope) : "";
        return own && name.length() < 2 ? scope : name;
    }

    /** The set that the same thing was ranked in before, 又跃升至74位; null where it was in none. */
    static @Nullable String before(Reading reading, String name) {
        List<Statement> said = reading.statements();
        for (int i = said.size() - 1; i >= 0; i--) {
            if (said.get(i).measure() == Measure.RANK && said.get(i).indicator().equals(name)) {
                return said.get(i).scope();
            }
        }
        return null;
    }
}
