package dev.zhibiao.store.series;

import dev.zhibiao.catalogue.Area;
import dev.zhibiao.store.observation.Fact;
import dev.zhibiao.store.observation.Selection;
import dev.zhibiao.store.query.Catalogue;
import dev.zhibiao.store.query.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One indicator of some areas through time. */
@ApplicationScoped
public class Series {

    /** Areas that can be asked for at once: more than there are provinces. */
    private static final int MOST_AREAS = 50;

    private final Gathering gathering;
    private final Catalogue catalogue;

    Series(Gathering gathering, Catalogue catalogue) {
        this.gathering = gathering;
        this.catalogue = catalogue;
    }

    /**
     * The answer.
     *
     * @param items the areas in the order asked for, each by period
     * @param next never there: the answer comes whole
     * @param leftOut ids of observations in units that cannot be converted into the one asked for
     */
    public record Rows(
            List<SeriesRow> items,
            @Schema(nullable = true) @Nullable String next,
            List<String> leftOut) {

        public Rows {
            items = List.copyOf(items);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * The rows that a query names.
     *
     * @throws dev.zhibiao.store.query.RefusedException {@code bad-parameter} for an unknown area, none or too many
     */
    public Rows rows(Parameters query) {
        String indicator = query.required("indicator");
        Map<String, String> areas = areas(query);
        String measure = query.get("measure");
        Parameters.Years years = query.years();
        Selection selection = Selection.ALL
                .indicator(catalogue.indicator(indicator))
                .areas(areas.keySet())
                .where("measure", measure == null ? "level" : measure)
                .years(years.from(), years.to());
        return gathering.of(selection, "indicator", facts -> rows(facts, areas, query.get("unit")));
    }

    /** Every code that one of the areas had or has, with the code that it was asked for by. */
    private Map<String, String> areas(Parameters query) {
        List<Area> chosen = new ArrayList<>();
        query.all("area").forEach(word -> chosen.addAll(catalogue.areas("area", word)));
        List<String> codes = chosen.stream().map(Area::code).distinct().toList();
        if (codes.isEmpty()) {
            throw Parameters.bad("area", "must be given");
        }
        if (codes.size() > MOST_AREAS) {
            throw Parameters.bad("area", "more than " + MOST_AREAS + " areas");
        }
        Map<String, String> asked = new LinkedHashMap<>();
        chosen.forEach(area -> catalogue.codes(List.of(area)).forEach(code -> asked.putIfAbsent(code, area.code())));
        return asked;
    }

    private Rows rows(List<Fact> facts, Map<String, String> areas, @Nullable String unit) {
        Units units = Units.of(unit, facts);
        List<String> order = areas.values().stream().distinct().toList();
        Map<FactKey, List<Fact>> groups =
                new TreeMap<>(Comparator.<FactKey>comparingInt(key -> order.indexOf(key.area()))
                        .thenComparing(FactKey.BY_AREA_AND_PERIOD));
        List<String> leftOut = new ArrayList<>();
        for (Fact fact : facts) {
            String area = areas.get(fact.areaCode());
            if (area != null && !units.fits(fact)) {
                leftOut.add(fact.observation().observationId());
            } else if (area != null) {
                groups.computeIfAbsent(FactKey.of(fact, area, ""), key -> new ArrayList<>())
                        .add(fact);
            }
        }
        List<SeriesRow> rows = groups.entrySet().stream()
                .map(group -> row(group.getKey(), group.getValue(), units))
                .toList();
        return new Rows(rows, null, leftOut);
    }

    private SeriesRow row(FactKey key, List<Fact> facts, Units units) {
        List<Fact> sorted = facts.stream().sorted(Told.LATEST_FIRST).toList();
        List<Fact> actual = sorted.stream().filter(fact -> !Told.isTarget(fact)).toList();
        List<Fact> target = sorted.stream().filter(Told::isTarget).toList();
        return new SeriesRow(
                key.area(),
                catalogue.path(key.area()),
                key.timePeriod(),
                FactKey.orNull(key.basePeriod()),
                FactKey.orNull(key.rankScope()),
                key.measure(),
                units.unit(sorted.get(0)),
                actual.isEmpty() ? null : units.figure(actual.get(0)),
                Told.others(actual),
                target.isEmpty() ? null : units.figure(target.get(0)),
                Told.others(target));
    }
}
