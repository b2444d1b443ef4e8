package dev.zhibiao.extract.report;

import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report's own area in front of an indicator says no more than 全区 does: 江北区固定资产投资 is 固定资产投资. */
final class OwnArea {

    private static final KeyedPattern REACHED = KeyedPattern.compile("^(的|实现了?(?=.{2}))");

    private final List<String> names = new ArrayList<>();

    /**
     * Of a path.
     *
     * @param refArea full path, {@code 浙江省/宁波市/海曙区}
     */
    OwnArea(@Nullable String refArea) {
        if (refArea == null) {
            return;
        }
        String[] path = refArea.split("/");
        StringBuilder name = new StringBuilder();
        for (int i = path.length - 1; i >= 0; i--) {
            name.insert(0, path[i]);
            // Longest first, so that nothing of the path is left over.
            names.add(0, name.toString());
        }
    }

    /** Whether a name is the area's, with or without its rank: 江北区, 江北. */
    boolean is(String name) {
        return names.stream()
                .anyMatch(own -> own.equals(name) || own.length() == name.length() + 1 && own.startsWith(name));
    }

    String without(String indicator) {
        for (String name : names) {
            if (indicator.startsWith(name) && indicator.length() > name.length() + 1) {
                String rest = indicator.substring(name.length());
                // 江北区实现固定资产投资, as 实现固定资产投资 without the area.
                return REACHED.withoutFirst(rest);
            }
        }
        return indicator;
    }
}
