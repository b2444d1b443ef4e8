package dev.zhibiao.store.query;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items at most as many as asked for
 * @param next cursor of the page after, absent on the last
 */
public record Page<T>(
        List<T> items, @Schema(nullable = true) @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts the page off a list that was asked for one item more than the page has.
     *
     * @param key of the item to go on after
     */
    public static <S, T> Page<T> cut(List<S> found, int limit, Function<S, String> key, Function<S, T> shown) {
        boolean more = found.size() > limit;
        List<S> items = more ? found.subList(0, limit) : found;
        return new Page<>(
                items.stream().map(shown).toList(), more ? Parameters.cursor(key.apply(items.get(limit - 1))) : null);
    }
}
