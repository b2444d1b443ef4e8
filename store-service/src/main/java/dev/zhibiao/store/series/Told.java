package dev.zhibiao.store.series;

import dev.zhibiao.store.observation.Fact;
import java.util.Comparator;
import java.util.List;

/** How several reports' words on one fact are ordered. */
final class Told {

    /**
     * The latest report first: by year of reading, the area's own before another's, by day. Within a report an actual
     * before an estimate, then by place.
     */
    static final Comparator<Fact> LATEST_FIRST = Comparator.comparing(Fact::year, Comparator.reverseOrder())
            .thenComparing(Fact::own, Comparator.reverseOrder())
            .thenComparing(Fact::deliveredOn, Comparator.reverseOrder())
            .thenComparing(Fact::reportId)
            .thenComparing(fact -> fact.observation().status())
            .thenComparing(fact -> fact.observation().start());

    private Told() {}

    /** Whether it is aimed at and not reached. */
    static boolean isTarget(Fact fact) {
        return fact.observation().status().equals("target");
    }

    /** Ids of all but the first. */
    static List<String> others(List<Fact> facts) {
        return facts.stream()
                .skip(1)
                .map(fact -> fact.observation().observationId())
                .toList();
    }
}
