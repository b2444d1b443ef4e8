package dev.zhibiao.extract.grammar.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One shape of a sentence. A rule is one class and one test of the same name; {@link Rules} decides the order. */
interface Rule {

    /**
     * Reads the quantity of the given index.
     *
     * @return its statements, none where the quantity is no observation, null where the shape is another
     */
    @Nullable
    List<Statement> read(Reading reading, int index);

    /** Whether the rule only recognises what is no observation; such rules run before leads are cut. */
    default boolean refuses() {
        return false;
    }
}
