package dev.zhibiao.store.series;

import java.util.List;

/**
 * An area among others.
 *
 * @param rank from 1; equal values share one, and the next has as many before it as there are (1, 2, 2, 4)
 * @param bound whether the value is a bound ({@code >=}, {@code >}, {@code <=}, {@code <}), at which it is ranked
 * @param areaCode the code that the area bears today
 * @param refArea its path
 * @param figure the latest report's, an actual before an estimate
 * @param others ids of what else is told of it, the latest first
 */
public record ComparisonRow(
        int rank, boolean bound, String areaCode, String refArea, Figure figure, List<String> others) {

    public ComparisonRow {
        others = List.copyOf(others);
    }
}
