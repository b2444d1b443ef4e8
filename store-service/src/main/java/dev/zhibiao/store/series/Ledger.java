package dev.zhibiao.store.series;

import dev.zhibiao.catalogue.Direction;
import dev.zhibiao.catalogue.IndicatorTopic;
import dev.zhibiao.events.Observation;
import dev.zhibiao.store.observation.Fact;
import dev.zhibiao.store.observation.Selection;
import dev.zhibiao.store.query.Catalogue;
import dev.zhibiao.store.query.Page;
import dev.zhibiao.store.query.Parameters;
import dev.zhibiao.store.query.WholeAnswers;
import dev.zhibiao.store.report.ReportPlaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was promised against what later reports say was reached. */
@ApplicationScoped
public class Ledger {

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    /** Kept for the pages to come, some 3 kB each. */
    private static final int MOST_KEPT = 10_000;

    private final Gathering gathering;
    private final Catalogue catalogue;
    private final ReportPlaces places;
    private final WholeAnswers<LedgerRow> answers = new WholeAnswers<>(this::rows, Ledger::key, MOST_KEPT);

    Ledger(Gathering gathering, Catalogue catalogue, ReportPlaces places) {
        this.gathering = gathering;
        this.catalogue = catalogue;
        this.places = places;
    }

    /** What a promise is of, however it is measured. */
    private record Subject(String area, String indicator, String timePeriod) {}

    /** What is known of all subjects of a query. */
    private record Heard(Map<Subject, List<Fact>> targets, Map<Subject, List<Fact>> actuals, Units units) {}

    /** A page of {@link #rows}. */
    public Page<LedgerRow> page(Parameters query) {
        return answers.page(query);
    }

    private static String key(LedgerRow row) {
        return String.join(
                "\u0000",
                row.areaCode(),
                row.timePeriod(),
                row.indicator(),
                row.target().observationId());
    }

    /**
     * All promises of an area with all that belongs to it, or of an indicator, or both, by area, period and indicator.
     *
     * @throws dev.zhibiao.store.query.RefusedException {@code bad-parameter} where neither is given
     */
    public List<LedgerRow> rows(Parameters query) {
        String area = query.get("area");
        String indicator = query.get("indicator");
        if (area == null && indicator == null) {
            throw Parameters.bad("area", "area or indicator must be given");
        }
        Selection selection = area == null
                ? Selection.ALL.anyArea()
                : Selection.ALL.areas(catalogue, catalogue.areas("area", area), query.is("descendants", true));
        if (indicator != null) {
            selection = selection.indicator(catalogue.indicator(indicator));
        }
        Parameters.Years years = query.years();
        String outcome = query.get("outcome");
        return gathering
                .of(selection.years(years.from(), years.to()), area == null ? "indicator" : "area", this::rows)
                .stream()
                .filter(row -> outcome == null || outcome.equals(row.outcome()))
                .toList();
    }

    private List<LedgerRow> rows(List<Fact> facts) {
        Heard heard = new Heard(new HashMap<>(), new HashMap<>(), Units.of(null, facts));
        for (Fact fact : facts) {
            if (!fact.areaCode().isEmpty() && !fact.observation().timePeriod().equals("_U")) {
                (Told.isTarget(fact) ? heard.targets() : heard.actuals())
                        .computeIfAbsent(subject(fact), subject -> new ArrayList<>())
                        .add(fact);
            }
        }
        Map<String, NavigableSet<String>> reports = reports(heard);
        return heard.targets().entrySet().stream()
                .flatMap(entry -> promises(entry.getKey(), entry.getValue(), heard, reports))
                .sorted(Comparator.comparing(Ledger::key))
                .toList();
    }

    private Subject subject(Fact fact) {
        Observation o = fact.observation();
        String code = o.indicatorCode();
        return new Subject(
                catalogue.today(fact.areaCode(), fact.year()), code == null ? o.indicator() : code, o.timePeriod());
    }

    /** Years of reading of the stored reports of each area that promises something. */
    private Map<String, NavigableSet<String>> reports(Heard heard) {
        Map<String, String> codes = new HashMap<>();
        for (Subject subject : heard.targets().keySet()) {
            catalogue
                    .areas()
                    .byCode(subject.area())
                    .ifPresent(area -> catalogue.codes(List.of(area)).forEach(code -> codes.put(code, subject.area())));
        }
        Map<String, NavigableSet<String>> reports = new HashMap<>();
        for (ReportPlaces.Place place : places.stored(codes.keySet(), FIRST_YEAR, LAST_YEAR)) {
            reports.computeIfAbsent(codes.getOrDefault(place.area(), place.area()), area -> new TreeSet<>())
                    .add(place.year());
        }
        return reports;
    }

    /** One promise for each way it is measured. */
    private Stream<LedgerRow> promises(
            Subject subject, List<Fact> targets, Heard heard, Map<String, NavigableSet<String>> reports) {
        Map<FactKey, List<Fact>> measured = new TreeMap<>(FactKey.BY_AREA_AND_PERIOD);
        for (Fact target : targets) {
            measured.computeIfAbsent(FactKey.of(target, subject.area(), subject.indicator()), key -> new ArrayList<>())
                    .add(target);
        }
        return measured.entrySet().stream()
                .map(entry -> row(subject, entry.getKey(), entry.getValue(), heard, reports));
    }

    private LedgerRow row(
            Subject subject, FactKey key, List<Fact> targets, Heard heard, Map<String, NavigableSet<String>> reports) {
        List<Fact> promised = targets.stream().sorted(Told.LATEST_FIRST).toList();
        Fact target = promised.get(0);
        List<Fact> later = heard.actuals().getOrDefault(subject, List.of()).stream()
                .filter(fact -> fact.year().compareTo(target.year()) > 0)
                .sorted(Comparator.comparing(Fact::year).thenComparing(Told.LATEST_FIRST))
                .toList();
        List<Fact> same = later.stream()
                .filter(fact ->
                        FactKey.of(fact, subject.area(), subject.indicator()).equals(key))
                .toList();
        List<Fact> said = same.isEmpty() ? later : same;
        boolean isDue =
                reports.getOrDefault(subject.area(), new TreeSet<>()).higher(lastYear(key.timePeriod())) != null;
        return row(key, promised, said, !same.isEmpty(), isDue, heard.units());
    }

    private LedgerRow row(
            FactKey key, List<Fact> promised, List<Fact> said, boolean compares, boolean isDue, Units units) {
        Fact target = promised.get(0);
        Figure aim = units.figure(target);
        Fact reported = said.isEmpty() ? null : said.get(0);
        Figure actual = reported == null ? null : units.figure(reported);
        String outcome = actual == null
                ? isDue ? "not-stated" : "open"
                : !compares ? "redefined" : isMet(key, target, aim, actual, units) ? "met" : "missed";
        return new LedgerRow(
                key.area(),
                catalogue.path(key.area()),
                key.indicator(),
                key.timePeriod(),
                key.measure(),
                target.year(),
                reported == null ? null : reported.year(),
                outcome,
                actual == null || !compares ? null : actual.value().subtract(aim.value()),
                aim,
                actual,
                Told.others(promised),
                Told.others(said));
    }

    private boolean isMet(FactKey key, Fact target, Figure aim, Figure actual, Units units) {
        BigDecimal step = units.convert(target, Precision.of(target.observation(), target.corrected()));
        return Aim.of(aim, key.measure(), direction(key.indicator())).isMet(aim, actual.value(), step);
    }

    private Direction direction(String indicator) {
        return catalogue
                .indicators()
                .byCode(indicator)
                // A goal for prices is a ceiling: nobody missed it whose prices rose less.
                .map(known -> known.topic() == IndicatorTopic.PRICES ? Direction.DOWN : known.direction())
                .orElse(Direction.UP);
    }

    // Periods are written with the years as the only four digits that stand together.
    private static String lastYear(String timePeriod) {
        Matcher years = YEAR.matcher(timePeriod);
        String last = "";
        while (years.find()) {
            last = years.group();
        }
        return last;
    }
}
