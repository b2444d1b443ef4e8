package dev.zhibiao.store.export;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name in the header
 * @param value of a row: {@code String}, {@code BigDecimal}, {@code Integer}, {@code Long}, {@code Boolean}, or {@code null} for
 *     an empty cell
 */
public record Column<T>(String name, Function<T, @Nullable Object> value) {}
