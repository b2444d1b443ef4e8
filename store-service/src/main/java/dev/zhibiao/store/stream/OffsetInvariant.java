package dev.zhibiao.store.stream;

import dev.zhibiao.events.Observation;
import dev.zhibiao.events.Problem;
import dev.zhibiao.events.ReportExtracted;

/** The quoted text is the text between its offsets, counted in code points. */
final class OffsetInvariant {

    private OffsetInvariant() {}

    /** Gives the report up at the first observation that breaks it. */
    static void check(ReportExtracted extracted) throws GivenUpException {
        int[] points = extracted.text().codePoints().toArray();
        for (Observation o : extracted.observations()) {
            boolean inside = o.start() >= 0 && o.start() < o.end() && o.end() <= points.length;
            if (!inside || !new String(points, o.start(), o.end() - o.start()).equals(o.text())) {
                throw new GivenUpException(
                        Problem.OFFSET_MISMATCH,
                        "observation %s at %d to %d of %d code points"
                                .formatted(o.observationId(), o.start(), o.end(), points.length));
            }
        }
    }
}
