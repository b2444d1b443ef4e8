package dev.zhibiao.store.series;

import dev.zhibiao.events.Observation;
import dev.zhibiao.store.observation.Fact;
import dev.zhibiao.store.observation.Selection;
import dev.zhibiao.store.query.Catalogue;
import dev.zhibiao.store.query.Page;
import dev.zhibiao.store.query.Parameters;
import dev.zhibiao.store.query.WholeAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts that are told in two ways. */
@ApplicationScoped
public class Conflicts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_DECIMALS = 2;

    /** Kept for the pages to come, some 3 kB each. */
    private static final int MOST_KEPT = 10_000;

    private final Gathering gathering;
    private final Catalogue catalogue;
    private final WholeAnswers<ConflictRow> answers = new WholeAnswers<>(this::rows, Conflicts::key, MOST_KEPT);

    Conflicts(Gathering gathering, Catalogue catalogue) {
        this.gathering = gathering;
        this.catalogue = catalogue;
    }

    /** A page of {@link #rows}. */
    public Page<ConflictRow> page(Parameters query) {
        return answers.page(query);
    }

    private static String key(ConflictRow row) {
        return String.join(
                "\u0000",
                row.areaCode(),
                row.indicator(),
                row.timePeriod(),
                row.figure().observationId(),
                row.other().observationId());
    }

    /**
     * All conflicts of an area with all that belongs to it, or of an indicator, or both.
     *
     * @throws dev.zhibiao.store.query.RefusedException {@code bad-parameter} where neither is given
     */
    public List<ConflictRow> rows(Parameters query) {
        String area = query.get("area");
        String indicator = query.get("indicator");
        if (area == null && indicator == null) {
            throw Parameters.bad("area", "area or indicator must be given");
        }
        Selection selection = Selection.ALL;
        if (area != null) {
            selection = selection.areas(catalogue, catalogue.areas("area", area), query.is("descendants", true));
        } else {
            selection = selection.anyArea();
        }
        if (indicator != null) {
            selection = selection.indicator(catalogue.indicator(indicator));
        }
        String measure = query.get("measure");
        selection = measure == null ? selection : selection.where("measure", measure);
        Parameters.Years years = query.years();
        return gathering.ofRepeated(
                selection.years(years.from(), years.to()),
                area == null ? "indicator" : "area",
                fact -> key(fact).hashCode(),
                facts -> rows(facts, indicator != null));
    }

    private List<ConflictRow> rows(List<Fact> facts, boolean named) {
        Map<FactKey, List<Fact>> groups = new TreeMap<>(FactKey.BY_AREA_AND_PERIOD);
        for (Fact fact : facts) {
            if (!fact.areaCode().isEmpty() && !fact.observation().timePeriod().equals("_U")) {
                groups.computeIfAbsent(key(fact), key -> new ArrayList<>()).add(fact);
            }
        }
        return groups.entrySet().stream()
                .flatMap(group -> Stream.of(true, false)
                        .map(target -> group.getValue().stream()
                                .filter(fact -> Told.isTarget(fact) == target)
                                .sorted(Told.LATEST_FIRST)
                                .toList())
                        .filter(told -> told.size() > 1)
                        .filter(told -> named || isOneFact(told))
                        .flatMap(told -> rows(group.getKey(), told)))
                .sorted((a, b) -> key(a).compareTo(key(b)))
                .toList();
    }

    private FactKey key(Fact fact) {
        Observation o = fact.observation();
        String code = o.indicatorCode();
        return FactKey.of(fact, catalogue.today(fact.areaCode(), fact.year()), code == null ? o.indicator() : code);
    }

    /**
     * Whether a phrase stands for one fact. A phrase without a code that one report has several values of (投资 of this
     * project and of that) does not, unless somebody asks for just that phrase.
     */
    private static boolean isOneFact(List<Fact> told) {
        if (told.get(0).observation().indicatorCode() != null) {
            return true;
        }
        Set<String> reports = new HashSet<>();
        return told.stream().allMatch(fact -> reports.add(fact.reportId()));
    }

    private Stream<ConflictRow> rows(FactKey key, List<Fact> told) {
        Units units = Units.of(null, told);
        Fact first = told.get(0);
        return told.stream()
                .skip(1)
                .map(other -> row(key, first, other, units))
                .flatMap(row -> row == null ? Stream.empty() : Stream.of(row));
    }

    private @Nullable ConflictRow row(FactKey key, Fact first, Fact other, Units units) {
        Extent a = Extent.of(first, units);
        Extent b = Extent.of(other, units);
        BigDecimal difference = a.gapTo(b);
        if (difference.abs().compareTo(a.tolerance(b)) <= 0) {
            return null;
        }
        Figure figure = units.figure(first);
        BigDecimal relative = figure.value().signum() == 0
                ? null
                : difference.multiply(HUNDRED).divide(figure.value().abs(), PERCENT_DECIMALS, RoundingMode.HALF_UP);
        return new ConflictRow(
                key.area(),
                catalogue.path(key.area()),
                key.indicator(),
                key.timePeriod(),
                FactKey.orNull(key.basePeriod()),
                FactKey.orNull(key.rankScope()),
                key.measure(),
                figure,
                units.figure(other),
                difference,
                relative,
                first.reportId().equals(other.reportId()));
    }
}
