package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** {@code 设立总规模500亿元的母基金}: a property in front of its value, of the thing behind it. */
final class Property {

    private static final KeyedPattern SHAPE = KeyedPattern.compile(
            "^(?<verb>.{0,6}?)(?<property>总投资额?|计划总投资|投资总额|总规模|目标规模|规模|日处理能力|设计能力|总装机|总建筑面积|建筑面积|总面积|注册资本金?|总长度?|全长|年产值|年产能)$");
    private static final KeyedPattern VERB = KeyedPattern.compile(
            "(全面|正式|加快|计划|预计|一批|其中)*(设立|组建|发起|发起设立|成立|启动|开工|开工建设|建设|建成|开通|实施|推进|引进|新批|新上|新建|签约|形成|打造|促成)?了?");
    private static final KeyedPattern PREDICATE =
            KeyedPattern.compile("(?<=.{2})(已|即将|将|正式|全面|顺利|开工|建成|竣工|投产|投用|通车|投入).*$");
    private static final KeyedPattern FIRST = KeyedPattern.compile("(?<=.{2})等.*$");
    private static final int LONGEST = 16;

    private Property() {}

    /**
     * The thing and its property, or null where the name is no property or nothing stands behind.
     *
     * @param name what stands before the value
     * @param tail what stands behind it
     */
    static @Nullable String named(String name, String tail) {
        Matcher m = SHAPE.match(name);
        if (m == null || !VERB.matches(m.group("verb"))) {
            return null;
        }
        String thing = PREDICATE.withoutFirst(FIRST.withoutFirst(Lead.stripOpeners(tail)));
        return thing.length() < 2 || thing.length() > LONGEST ? null : thing + m.group("property");
    }
}
