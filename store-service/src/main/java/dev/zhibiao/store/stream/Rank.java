package dev.zhibiao.store.stream;

import dev.zhibiao.events.MalformedEventException;
import dev.zhibiao.events.ReportExtracted;

/** Which of two extractions of a report is the newer: that of the higher release, then the later one. */
final class Rank {

    private static final int MILLIS_BITS = 44;

    private Rank() {}

    /**
     * The rank of an extraction: 19 bits of release number over 44 bits of milliseconds, enough until the year 2527.
     *
     * @throws MalformedEventException where the version does not begin with a release number
     */
    static long of(ReportExtracted extracted) {
        String version = extracted.extractorVersion();
        int dash = version.indexOf('-');
        String release = dash < 0 ? version : version.substring(0, dash);
        if (!release.matches("[0-9]{1,5}")) {
            throw new MalformedEventException("extractorVersion does not begin with a release number", null);
        }
        return (Long.parseLong(release) << MILLIS_BITS)
                | extracted.extractedAt().toEpochMilli();
    }
}
