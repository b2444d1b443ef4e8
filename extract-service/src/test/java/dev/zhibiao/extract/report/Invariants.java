package dev.zhibiao.extract.report;

import dev.zhibiao.events.Observation;
import dev.zhibiao.events.ReportExtracted.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds of the extraction of any text whatever. */
final class Invariants {

    private static final Set<String> COMPARATORS = Set.of("=", ">=", ">", "<=", "<", "~");

    private Invariants() {}

    /**
     * Extracts a text and checks what was found.
     *
     * @throws AssertionError naming the first thing that does not hold
     */
    static void check(String text) {
        Extraction first = new ReportExtractor().extract(text);
        int[] points = text.codePoints().toArray();
        Set<String> ids = new HashSet<>();
        int last = 0;
        for (Observation o : first.observations()) {
            hold(o.start() >= last, "places are not in order", o);
            hold(o.start() < o.end() && o.end() <= points.length, "no place in the text", o);
            hold(new String(points, o.start(), o.end() - o.start()).equals(o.text()), "the text is another", o);
            hold(COMPARATORS.contains(o.comparator()), "no comparator", o);
            hold(!o.indicator().isBlank(), "nothing is measured", o);
            hold(ids.add(o.observationId()), "an id stands twice", o);
            last = o.start();
        }
        checkSections(first.sections(), points.length);
        hold(new ReportExtractor().extract(text).equals(first), "a second extraction gives something else", first);
    }

    private static void checkSections(List<Section> sections, int length) {
        int last = 0;
        for (Section section : sections) {
            hold(section.start() >= last && section.start() <= section.end(), "sections are not in order", section);
            hold(section.end() <= length, "a section ends behind the text", section);
            last = section.start();
        }
    }

    private static void hold(boolean holds, String otherwise, Object what) {
        if (!holds) {
            throw new AssertionError(otherwise + ": " + what);
        }
    }
}
