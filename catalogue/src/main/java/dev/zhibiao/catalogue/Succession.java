package dev.zhibiao.catalogue;

/**
 * One area going on as another.
 *
 * @param before code before
 * @param after code after; the same where only the name changed
 * @param year the first year whose list has the area as it is after
 * @param kind what changed
 */
public record Succession(String before, String after, int year, Kind kind) {

    /** What changed. */
    public enum Kind {
        /** The code, mostly with the division above: 毕节地区 became 毕节市. */
        RECODED,
        /** The name under the same code: 襄樊市 became 襄阳市. */
        RENAMED,
        /** What sort of division it is: a county became a city or a district. */
        CONVERTED
    }
}
