package dev.zhibiao.store.page;

import dev.zhibiao.store.report.ReportStandings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How all reports stand, counted for all viewers together. Counting reads every report's document, so what was counted is
 * shown for a while: as long as it took twenty times over, that counting never takes more than a twentieth of the time.
 */
@ApplicationScoped
class Standings {

    private static final int SHARE = 20;

    private final ReportStandings reports;
    private final Duration freshness;
    private @Nullable Kept kept;

    Standings(ReportStandings reports, PageConfig page) {
        this.reports = reports;
        this.freshness = page.freshness();
    }

    private record Kept(Overview overview, long untilNanos) {}

    /**
     * The overview.
     *
     * @param states number of reports by state: {@code received}, {@code stored}, {@code failed}, {@code withdrawn}
     * @param observations that readers see
     * @param byYear by year of reading and level, the latest year first
     */
    record Overview(Map<String, Long> states, long observations, List<YearAndLevel> byYear) {

        Overview {
            states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
            byYear = List.copyOf(byYear);
        }
    }

    /**
     * Stored reports of one year and level.
     *
     * @param year of reading, {@code YYYY}; empty where the reports name none
     * @param level {@code national}, {@code province}, {@code city} or {@code county}; empty where unknown
     * @param reports how many
     * @param observations in them
     */
    record YearAndLevel(String year, String level, long reports, long observations) {}

    /** The overview, at most a little old. */
    synchronized Overview overview() {
        long began = System.nanoTime();
        if (kept == null || kept.untilNanos - began < 0) {
            Overview counted = count();
            long now = System.nanoTime();
            kept = new Kept(counted, now + Math.max(freshness.toNanos(), SHARE * (now - began)));
        }
        return kept.overview();
    }

    private Overview count() {
        Map<String, Long> states = new LinkedHashMap<>();
        List.of("received", "stored", "failed", "withdrawn").forEach(state -> states.put(state, 0L));
        Map<List<String>, long[]> years =
                new TreeMap<>(Comparator.<List<String>, String>comparing(key -> key.get(0), Comparator.reverseOrder())
                        .thenComparing(key -> key.get(1)));
        long[] observations = {0};
        reports.each(report -> {
            states.merge(report.state(), 1L, Long::sum);
            observations[0] += report.observations();
            if (report.state().equals("stored")) {
                long[] sums = years.computeIfAbsent(List.of(report.year(), report.level()), key -> new long[2]);
                sums[0]++;
                sums[1] += report.observations();
            }
        });
        List<YearAndLevel> rows = new ArrayList<>();
        years.forEach((key, sums) -> rows.add(new YearAndLevel(key.get(0), key.get(1), sums[0], sums[1])));
        return new Overview(states, observations[0], rows);
    }
}
