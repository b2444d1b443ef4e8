package dev.zhibiao.extract.report;

import dev.zhibiao.extract.grammar.rule.Measure;
import dev.zhibiao.extract.grammar.rule.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places of the report's own area on a list: {@code 云山居全球“科技集群”第55位} in the report of 云山 is the place of the report's area
 * on that list, which is what is measured, in all the world.
 */
final class OwnRank {

    private static final Pattern LIST = Pattern.compile("(?<place>全球|世界|全国|中国|亚洲|全省)(?<list>.{2,})");

    private final OwnArea own;
    private String list = "";

    OwnRank(OwnArea own) {
        this.own = own;
    }

    /** The statement, of the list where it says no more than the area's name. */
    Statement of(Statement said) {
        boolean place = said.measure() == Measure.RANK
                || said.measure() == Measure.CHANGE && said.unit().equals("位");
        if (!place || !own.is(said.indicator())) {
            return said;
        }
        Matcher named = LIST.matcher(said.scope() == null ? "" : said.scope());
        if (named.matches()) {
            list = named.group();
            return said.of(list).in(named.group("place"));
        }
        return said.measure() == Measure.CHANGE && !list.isEmpty() ? said.of(list) : said;
    }
}
