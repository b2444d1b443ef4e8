package dev.zhibiao.local;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a query asks Prometheus for: which series, by which labels. No parser of the whole language; enough of it to
 * tell a metric's name from a function's and from a label's.
 *
 * @param selectors in their order
 * @param grouping labels after {@code by}, {@code without}, {@code on}, {@code ignoring} and {@code group_…}
 */
record PromQl(List<Selector> selectors, Set<String> grouping) {

    private static final Set<String> FUNCTIONS = Set.of(
            "absent",
            "avg",
            "ceil",
            "changes",
            "clamp_max",
            "clamp_min",
            "count",
            "delta",
            "deriv",
            "floor",
            "histogram_quantile",
            "increase",
            "irate",
            "max",
            "max_over_time",
            "min",
            "min_over_time",
            "rate",
            "round",
            "sort",
            "sum",
            "time",
            "topk",
            "vector");
    private static final Set<String> GROUPING = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

    private static final Pattern TOKEN =
            Pattern.compile("(?<range>\\[[^\\]]*])|(?<matchers>\\{(?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*})"
                    + "|(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)|(?<number>[0-9][0-9.]*[smhd]?)"
                    + "|(?<other>[()+\\-*/%^,]|[=!<>]=?)|(?<space>\\s+)");
    private static final Pattern MATCHER = Pattern.compile(
            "\\s*(?<label>[a-zA-Z_][a-zA-Z0-9_]*)\\s*(?<operator>=~|!~|!=|=)\\s*\"(?<value>(?:[^\"\\\\]|\\\\.)*)\"\\s*,?");

    /** One matcher of a selector, {@code code=~"a|b"}. */
    record Label(String name, String operator, String value) {}

    /** A metric's name and what is asked of its labels. */
    record Selector(String metric, List<Label> labels) {}

    /**
     * Reads a query.
     *
     * @throws IllegalArgumentException where it is none, names a function that is not known here, or does not balance
     */
    static PromQl of(String query) {
        List<Selector> selectors = new ArrayList<>();
        Set<String> grouping = new LinkedHashSet<>();
        // What each open parenthesis holds: labels, or expressions.
        Deque<Boolean> labelsInside = new ArrayDeque<>();
        String before = "";
        String bare = null;
        int at = 0;
        Matcher token = TOKEN.matcher(query);
        while (at < query.length()) {
            if (!token.region(at, query.length()).lookingAt()) {
                throw new IllegalArgumentException("no query from here on: " + query.substring(at));
            }
            at = token.end();
            if (token.group("space") != null || token.group("range") != null) {
                continue;
            }
            String text = token.group();
            if (bare != null) {
                boolean call = text.equals("(");
                if (call && !FUNCTIONS.contains(bare)) {
                    throw new IllegalArgumentException("no function: " + bare);
                }
                if (token.group("matchers") != null) {
                    selectors.add(new Selector(bare, labels(text)));
                } else if (!call && !(FUNCTIONS.contains(bare) && GROUPING.contains(text))) {
                    selectors.add(new Selector(bare, List.of()));
                }
                bare = null;
            }
            if (text.equals("(")) {
                labelsInside.push(GROUPING.contains(before));
            } else if (text.equals(")")) {
                if (labelsInside.isEmpty()) {
                    throw new IllegalArgumentException("one ) too many: " + query);
                }
                labelsInside.pop();
            } else if (token.group("name") != null) {
                if (Boolean.TRUE.equals(labelsInside.peek())) {
                    grouping.add(text);
                } else if (!GROUPING.contains(text) && !OPERATORS.contains(text)) {
                    bare = text;
                }
            }
            before = text;
        }
        if (!labelsInside.isEmpty()) {
            throw new IllegalArgumentException("one ) too few: " + query);
        }
        if (bare != null) {
            selectors.add(new Selector(bare, List.of()));
        }
        return new PromQl(List.copyOf(selectors), Set.copyOf(grouping));
    }

    private static List<Label> labels(String braces) {
        List<Label> labels = new ArrayList<>();
        String inside = braces.substring(1, braces.length() - 1);
        int at = 0;
        Matcher matcher = MATCHER.matcher(inside);
        while (at < inside.length()) {
            if (!matcher.region(at, inside.length()).lookingAt()) {
                throw new IllegalArgumentException("no matcher: " + inside.substring(at));
            }
            labels.add(new Label(matcher.group("label"), matcher.group("operator"), matcher.group("value")));
            at = matcher.end();
        }
        return List.copyOf(labels);
    }
}
