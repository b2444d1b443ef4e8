package dev.zhibiao.extract.grammar.period;

/**
 * What a sentence is about where it does not say so itself.
 *
 * @param years one year, or the years of a plan looked back on or begun
 * @param status of what it tells
 */
public record Frame(Years years, Status status) {

    /** Whether it spans several years. */
    public boolean plan() {
        return years.last() > years.first();
    }
}
