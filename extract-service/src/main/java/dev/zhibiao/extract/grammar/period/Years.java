package dev.zhibiao.extract.grammar.period;

/**
 * One year, or several with both ends included.
 *
 * @param first the first year
 * @param last the last, not before the first
 */
public record Years(int first, int last) {

    public Years {
        if (last < first) {
            throw new IllegalArgumentException(first + "/" + last);
        }
    }

    /** One year. */
    public static Years of(int year) {
        return new Years(year, year);
    }

    /** SDMX notation: {@code 2019}, {@code 2016/2020}. */
    public String notation() {
        return first == last ? Integer.toString(first) : first + "/" + last;
    }
}
