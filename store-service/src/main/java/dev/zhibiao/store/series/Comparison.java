package dev.zhibiao.store.series;

import dev.zhibiao.catalogue.Area;
import dev.zhibiao.catalogue.AreaLevel;
import dev.zhibiao.store.observation.Fact;
import dev.zhibiao.store.observation.Selection;
import dev.zhibiao.store.query.Catalogue;
import dev.zhibiao.store.query.Parameters;
import dev.zhibiao.store.query.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One indicator and period across areas. */
@ApplicationScoped
public class Comparison {

    private final Gathering gathering;
    private final Catalogue catalogue;

    Comparison(Gathering gathering, Catalogue catalogue) {
        this.gathering = gathering;
        this.catalogue = catalogue;
    }

    /**
     * A ranking.
     *
     * @param items by rank
     * @param order {@code descending} or {@code ascending}
     * @param leftOut ids of observations in units that cannot be converted into the one that most areas have
     */
    public record Ranking(List<ComparisonRow> items, String order, List<String> leftOut) {

        public Ranking {
            items = List.copyOf(items);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** An area's word on it, not ranked yet. */
    private record Candidate(String area, Figure figure, List<String> others) {}

    /**
     * Ranks the areas that the query names, {@code areas} or {@code within} with {@code level}.
     *
     * @throws dev.zhibiao.store.query.RefusedException {@code bad-parameter} for an unknown area, or none
     */
    public Ranking ranking(Parameters query) {
        Catalogue.Named named = catalogue.indicator(query.required("indicator"));
        String measure = query.get("measure") == null ? "level" : query.required("measure");
        String period = Periods.stored(query.required("period"));
        Selection selection = Selection.ALL
                .indicator(named)
                .areas(areas(query))
                .where("measure", measure)
                .where("timePeriod", period);
        boolean ascending = ascending(query, measure);
        String status = query.get("status");
        return gathering.of(selection, "indicator", facts -> {
            List<Fact> told = facts.stream()
                    .filter(fact -> status == null
                            ? !Told.isTarget(fact)
                            : fact.observation().status().equals(status))
                    .filter(fact -> fact.observation().timePeriod().equals(period))
                    .toList();
            return ranking(told, Units.of(query.get("unit"), told), ascending);
        });
    }

    private Collection<String> areas(Parameters query) {
        List<String> words = query.all("areas");
        String within = query.get("within");
        if (words.isEmpty() == (within == null)) {
            throw Parameters.bad("areas", "either areas or within must be given");
        }
        if (within == null) {
            Set<String> codes = new LinkedHashSet<>();
            words.forEach(word -> codes.addAll(catalogue.codes("areas", word, false)));
            return codes;
        }
        List<Area> chosen = catalogue.areas("within", within);
        String level = query.get("level");
        Set<AreaLevel> levels = level == null
                ? chosen.stream().map(Comparison::below).collect(Collectors.toSet())
                : Set.of(AreaLevel.ofCode(level));
        return catalogue.codesWithin(chosen).stream()
                .filter(code -> catalogue
                        .areas()
                        .byCode(code)
                        .filter(area -> levels.contains(area.level()))
                        .isPresent())
                .toList();
    }

    private static AreaLevel below(Area area) {
        AreaLevel[] levels = AreaLevel.values();
        return levels[Math.min(area.level().ordinal() + 1, levels.length - 1)];
    }

    // A first place is better than a second, whatever is ranked.
    private boolean ascending(Parameters query, String measure) {
        String order = query.get("order");
        return order != null
                ? order.equals("ascending")
                : measure.equals("rank") || catalogue.isBetterLess(query.required("indicator"));
    }

    private Ranking ranking(List<Fact> facts, Units units, boolean ascending) {
        String kind = facts.stream()
                .filter(units::fits)
                .collect(Collectors.groupingBy(Units::kind, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        Map<String, List<Fact>> areas = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        for (Fact fact : facts) {
            if (Units.kind(fact).equals(kind)) {
                areas.computeIfAbsent(catalogue.today(fact.areaCode(), fact.year()), a -> new ArrayList<>())
                        .add(fact);
            } else {
                leftOut.add(fact.observation().observationId());
            }
        }
        return new Ranking(rows(candidates(areas, units), ascending), ascending ? "ascending" : "descending", leftOut);
    }

    private static List<Candidate> candidates(Map<String, List<Fact>> areas, Units units) {
        List<Candidate> candidates = new ArrayList<>();
        areas.forEach((area, facts) -> {
            List<Fact> sorted = facts.stream().sorted(Told.LATEST_FIRST).toList();
            candidates.add(new Candidate(area, units.figure(sorted.get(0)), Told.others(sorted)));
        });
        return candidates;
    }

    private List<ComparisonRow> rows(List<Candidate> candidates, boolean ascending) {
        Comparator<Candidate> byValue = Comparator.comparing(c -> c.figure().value());
        List<Candidate> sorted = candidates.stream()
                .sorted((ascending ? byValue : byValue.reversed()).thenComparing(Candidate::area))
                .toList();
        List<ComparisonRow> rows = new ArrayList<>();
        int rank = 0;
        BigDecimal before = null;
        for (Candidate candidate : sorted) {
            Figure figure = candidate.figure();
            if (before == null || before.compareTo(figure.value()) != 0) {
                rank = rows.size() + 1;
            }
            before = figure.value();
            rows.add(new ComparisonRow(
                    rank,
                    !figure.comparator().equals("=") && !figure.comparator().equals("~"),
                    candidate.area(),
                    catalogue.path(candidate.area()),
                    figure,
                    candidate.others()));
        }
        return rows;
    }
}
