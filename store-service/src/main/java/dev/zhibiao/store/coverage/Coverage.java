package dev.zhibiao.store.coverage;

import dev.zhibiao.catalogue.Area;
import dev.zhibiao.store.export.Table;
import dev.zhibiao.store.query.Catalogue;
import dev.zhibiao.store.query.Page;
import dev.zhibiao.store.query.Parameters;
import dev.zhibiao.store.query.WholeAnswers;
import dev.zhibiao.store.report.ReportPlaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Of which area and year of reading there is a report. */
@ApplicationScoped
public class Coverage {

    private static final int MOST_YEARS = 50;
    private static final Comparator<CoverageRow> BY_KEY = Comparator.comparing(Coverage::key);

    /** Kept for the pages to come, some 300 bytes each: all years of all areas of the country are more. */
    private static final int MOST_KEPT = 50_000;

    private final ReportPlaces places;
    private final Catalogue catalogue;
    private final WholeAnswers<CoverageRow> answers = new WholeAnswers<>(this::rows, Coverage::key, MOST_KEPT);

    Coverage(ReportPlaces places, Catalogue catalogue) {
        this.places = places;
        this.catalogue = catalogue;
    }

    /** A page of {@link #rows}. */
    public Page<CoverageRow> page(Parameters query) {
        return answers.page(query);
    }

    /** All {@link #rows} as a table. */
    Table<CoverageRow> table(Parameters query) {
        return Table.of(
                "coverage",
                new Table.Columns<CoverageRow>()
                        .add("areaCode", CoverageRow::areaCode)
                        .add("refArea", CoverageRow::refArea)
                        .add("level", CoverageRow::level)
                        .add("year", CoverageRow::year)
                        .add("state", CoverageRow::state)
                        .add("reportIds", row -> String.join(" ", row.reportIds()))
                        .list(),
                rows(query.whole()));
    }

    private static String key(CoverageRow row) {
        return row.areaCode() + "/" + row.year();
    }

    /**
     * A row for each area that the lists of a year have, and for each other that a report of that year is of; by code
     * and year.
     *
     * @throws dev.zhibiao.store.query.RefusedException {@code bad-parameter} for an unknown area or too many years
     */
    public List<CoverageRow> rows(Parameters query) {
        List<Area> areas = areas(query);
        int from = Integer.parseInt(query.required("from"));
        int to = Integer.parseInt(query.required("to"));
        if (from > to || to - from >= MOST_YEARS) {
            throw Parameters.bad("to", "must be the last of 1 to " + MOST_YEARS + " years");
        }
        Map<String, List<String>> stored = byAreaAndYear(places.stored(codes(areas), from, to));
        Map<String, List<String>> failed = byAreaAndYear(places.failed());
        List<CoverageRow> rows = new ArrayList<>();
        for (int year = from; year <= to; year++) {
            rows.addAll(rows(areas, year, stored, failed));
        }
        rows.sort(BY_KEY);
        return rows;
    }

    private List<Area> areas(Parameters query) {
        String level = query.get("level");
        return catalogue.areas("within", query.required("within")).stream()
                .flatMap(area -> Stream.concat(Stream.of(area), catalogue.areas().within(area).stream()))
                .filter(area -> level == null || area.level().code().equals(level))
                .distinct()
                .toList();
    }

    private Set<String> codes(Collection<Area> areas) {
        Set<String> codes = new HashSet<>();
        areas.forEach(area -> codes.addAll(catalogue.codes(List.of(area))));
        return codes;
    }

    /** Ids of reports by code and year; a name that a hint has stands for all areas that bore it in that year. */
    private Map<String, List<String>> byAreaAndYear(List<ReportPlaces.Place> found) {
        Map<String, List<String>> reports = new HashMap<>();
        for (ReportPlaces.Place place : found) {
            Stream<String> codes =
                    place.area().matches("[0-9]{6}") || !place.year().matches("[0-9]{4}")
                            ? Stream.of(place.area())
                            : catalogue.areas().named(place.area(), Integer.parseInt(place.year())).stream()
                                    .map(Area::code)
                                    .distinct();
            codes.forEach(code -> reports.computeIfAbsent(code + "/" + place.year(), key -> new ArrayList<>())
                    .add(place.reportId()));
        }
        return reports;
    }

    private List<CoverageRow> rows(
            List<Area> areas, int year, Map<String, List<String>> stored, Map<String, List<String>> failed) {
        List<Area> listed = areas.stream().filter(area -> area.isListedIn(year)).toList();
        Set<String> known = listed.stream().map(Area::code).collect(Collectors.toCollection(HashSet::new));
        List<CoverageRow> rows = new ArrayList<>();
        for (Area area : listed) {
            Set<String> codes = new HashSet<>(catalogue.codes(List.of(area)));
            // What another area of that year is called by is that one's.
            codes.removeIf(code -> !code.equals(area.code()) && !known.add(code));
            List<String> ids = ids(codes, year, stored);
            List<String> failures = ids.isEmpty() ? ids(codes, year, failed) : List.of();
            String state = !ids.isEmpty() ? "stored" : failures.isEmpty() ? "missing" : "failed";
            rows.add(row(area, year, state, ids.isEmpty() ? failures : ids));
        }
        areas.stream()
                .filter(area -> known.add(area.code()))
                .map(area -> row(area, year, "stored", ids(Set.of(area.code()), year, stored)))
                .filter(row -> !row.reportIds().isEmpty())
                .forEach(rows::add);
        return rows;
    }

    private static List<String> ids(Set<String> codes, int year, Map<String, List<String>> reports) {
        return codes.stream()
                .flatMap(code -> reports.getOrDefault(code + "/" + year, List.of()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private CoverageRow row(Area area, int year, String state, List<String> reportIds) {
        return new CoverageRow(
                area.code(), catalogue.areas().path(area, year), area.level().code(), year, state, reportIds);
    }
}
