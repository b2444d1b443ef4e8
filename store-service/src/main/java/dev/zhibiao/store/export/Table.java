package dev.zhibiao.store.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table to be written as a file. Its rows are read while they are written; what is wrong with the question was found out
 * before there was a table.
 *
 * @param name of the file, without its ending
 * @param columns in their order
 * @param rows hands each row to a consumer, on the caller's thread
 */
public record Table<T>(String name, List<Column<T>> columns, Consumer<Consumer<T>> rows) {

    public Table {
        columns = List.copyOf(columns);
    }

    /** A table whose rows are all there. */
    public static <T> Table<T> of(String name, List<Column<T>> columns, Iterable<T> rows) {
        return new Table<>(name, columns, rows::forEach);
    }

    /** Collects columns. */
    public static final class Columns<T> {

        private final List<Column<T>> columns = new ArrayList<>();

        /** One more. */
        public Columns<T> add(String name, Function<T, @Nullable Object> value) {
            columns.add(new Column<>(name, value));
            return this;
        }

        /** Those of a part of the row, empty where it has none, each with a prefix to its name. */
        public <P> Columns<T> part(String prefix, List<Column<P>> ofPart, Function<T, @Nullable P> part) {
            for (Column<P> column : ofPart) {
                String first = column.name().substring(0, 1);
                String name = prefix.isEmpty()
                        ? column.name()
                        : prefix
                                + first.toUpperCase(java.util.Locale.ROOT)
                                + column.name().substring(1);
                add(name, row -> {
                    P found = part.apply(row);
                    return found == null ? null : column.value().apply(found);
                });
            }
            return this;
        }

        /** All so far. */
        public List<Column<T>> list() {
            return List.copyOf(columns);
        }
    }
}
