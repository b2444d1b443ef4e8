package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.List;

/** A head that says nothing alone takes what was told before it: {@code 新增经营主体2万户，总量达28万户} is of 经营主体总量. */
final class Total {

    private static final KeyedPattern ALONE = KeyedPattern.compile("总[数量产额]|数量|总数量|存量|保有量|占比");
    private static final KeyedPattern ADDED = KeyedPattern.compile("^(新|净增|增加)");
    /** What a name keeps of what was done to its thing: 农户增加, 小麦播种面积. */
    private static final KeyedPattern GREW = KeyedPattern.compile("(日均)?(净增|新增|新设|增加)$|(播种|种植)?面积$");

    private Total() {}

    /** Whether a name says nothing without what was told before. */
    static boolean isAlone(String name) {
        return ALONE.matches(name);
    }

    /** The name with its thing, the last told that is more than a word of adding; the name itself where there is none. */
    static String of(Reading reading, String name) {
        List<Statement> said = reading.statements();
        for (int i = said.size() - 1; i >= 0; i--) {
            String thing = thing(
                    i == said.size() - 1
                            ? reading.indicatorBefore()
                            : said.get(i).indicator());
            if (said.get(i).measure() != Measure.RANK && !thing.isEmpty()) {
                return thing + name;
            }
        }
        return name;
    }

    private static String thing(String told) {
        String bare = ADDED.isIn(told) ? told.substring(Verbs.leading(told).length()) : told;
        return GREW.without(bare);
    }
}
