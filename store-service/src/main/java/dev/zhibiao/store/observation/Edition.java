package dev.zhibiao.store.observation;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Which extraction of a report its readers see. The report's document alone says so, and so a change of it, which is
 * one write to one document, takes all observations of the report from the old to the new at once.
 *
 * @param number rank of the extraction; every observation carries that of its own
 * @param slot where its observations stand; extractions of one report take the two slots in turn
 * @param switchedAt since when readers see it, by the server's clock
 */
public record Edition(long number, String slot, Instant switchedAt) {

    /** Fields of a report's document. */
    public static final String NUMBER = "edition";

    public static final String SLOT = "slot";
    public static final String SWITCHED_AT = "switchedAt";
    public static final String PREVIOUS = "previous";
    /** What the edition before left behind, while it may still be read. */
    public static final String STALE = "stale";
    /** Ids of observations that the report had and has no more. */
    public static final String GONE = "gone";
    /** Set while nobody may see the report. */
    public static final String WITHDRAWN = "withdrawn";

    /** All that {@link #visible} needs of a report's document. */
    static final List<String> FIELDS = List.of(NUMBER, SLOT, SWITCHED_AT, PREVIOUS, WITHDRAWN, "corrected");

    private static final long NONE = -1;

    /** The current edition of a report; {@code null} where nothing is stored. */
    public static @Nullable Edition of(Document report) {
        Long number = report.getLong(NUMBER);
        return number == null
                ? null
                : new Edition(
                        number,
                        report.getString(SLOT),
                        report.getDate(SWITCHED_AT).toInstant());
    }

    /** The slot that the next edition takes. */
    public static String nextSlot(@Nullable Edition current) {
        return current != null && current.slot().equals("a") ? "b" : "a";
    }

    /**
     * What a reader that began at this moment sees of the report: the number of an edition, or one that no edition has.
     *
     * @throws SwitchedException where the report was switched twice since then
     */
    static long visible(Document report, Instant began) throws SwitchedException {
        Edition current = of(report);
        if (current == null || report.get(WITHDRAWN) != null) {
            return NONE;
        }
        if (!current.switchedAt().isAfter(began)) {
            return current.number();
        }
        Document previous = report.get(PREVIOUS, Document.class);
        if (previous == null) {
            return NONE;
        }
        Date since = previous.getDate(SWITCHED_AT);
        if (since != null && since.toInstant().isAfter(began)) {
            throw new SwitchedException();
        }
        return previous.getLong(NUMBER);
    }

    /** For the report's document: what was current is the previous one now. */
    public Document asPrevious() {
        return new Document(NUMBER, number).append(SWITCHED_AT, Date.from(switchedAt));
    }

    /** A report changed more than once while it was read: read again. */
    static final class SwitchedException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
