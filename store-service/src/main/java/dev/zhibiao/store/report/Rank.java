package dev.zhibiao.store.report;

import dev.zhibiao.events.MalformedEventException;
import dev.zhibiao.events.ReportExtracted;
import org.jspecify.annotations.Nullable;

/**
 * Which of two extractions of a report is the newer: that of the higher release, then the later one. An extraction that
 * an operator lets replace a newer release counts as one of that release: it is newer than what it replaces, older than
 * the next upgrade, and stays where it is however often and in what order the events come.
 */
public final class Rank {

    private static final int MILLIS_BITS = 44;

    private Rank() {}

    /**
     * The rank of an extraction: 19 bits of release number over 44 bits of milliseconds, enough until the year 2527.
     *
     * @param over version that it may replace though it is older, see {@link dev.zhibiao.events.Replay}
     * @throws MalformedEventException where a version does not begin with a release number
     */
    public static long of(ReportExtracted extracted, @Nullable String over) {
        long release = release(extracted.extractorVersion());
        if (over != null) {
            release = Math.max(release, release(over));
        }
        return (release << MILLIS_BITS) | extracted.extractedAt().toEpochMilli();
    }

    /**
     * The release number that a version begins with.
     *
     * @throws MalformedEventException where it does not
     */
    public static int release(String version) {
        int dash = version.indexOf('-');
        String release = dash < 0 ? version : version.substring(0, dash);
        if (!release.matches("[0-9]{1,5}")) {
            throw new MalformedEventException("extractorVersion does not begin with a release number", null);
        }
        return Integer.parseInt(release);
    }
}
