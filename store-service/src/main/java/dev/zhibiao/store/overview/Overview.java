package dev.zhibiao.store.overview;

import dev.zhibiao.catalogue.Area;
import dev.zhibiao.catalogue.Areas;
import dev.zhibiao.catalogue.Indicator;
import dev.zhibiao.store.query.Catalogue;
import dev.zhibiao.store.query.Page;
import dev.zhibiao.store.query.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is to ask for: indicators and areas. */
@ApplicationScoped
public class Overview {

    private final Counts counts;
    private final Catalogue catalogue;

    Overview(Counts counts, Catalogue catalogue) {
        this.counts = counts;
        this.catalogue = catalogue;
    }

    /** The phrases that the query names, by phrase and code. */
    public Page<IndicatorRow> indicators(Parameters query) {
        Predicate<IndicatorRow> wanted = wanted(query);
        String after = query.after();
        return counts.read(sums -> Page.cut(
                tail(sums.indicators(), after).entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .filter(wanted)
                        .limit(query.limit() + 1L)
                        .toList(),
                query.limit(),
                row -> row.indicator() + Counts.SEPARATOR + (row.indicatorCode() == null ? "" : row.indicatorCode()),
                row -> row));
    }

    private static NavigableMap<String, Tally.Total> tail(Tally tally, @Nullable String after) {
        return after == null ? tally.totals() : tally.totals().tailMap(after, false);
    }

    private Predicate<IndicatorRow> wanted(Parameters query) {
        List<Predicate<IndicatorRow>> all = new ArrayList<>();
        String indicator = query.get("indicator");
        if (indicator != null) {
            Catalogue.Named named = catalogue.indicator(indicator);
            all.add(row -> row.indicatorCode() == null
                    ? named.names().contains(row.indicator())
                    : named.codes().contains(row.indicatorCode()));
        }
        String topic = query.get("topic");
        if (topic != null) {
            all.add(row -> topic.equals(row.topic()));
        }
        String words = query.get("q");
        if (words != null) {
            Stream.of(words.toLowerCase(Locale.ROOT).split("[\\s\\u3000]+"))
                    .forEach(word -> all.add(row -> Stream.of(
                                    row.indicator(), row.indicatorCode(), row.catalogueName(), row.englishName())
                            .anyMatch(text -> text != null
                                    && text.toLowerCase(Locale.ROOT).contains(word))));
        }
        return row -> all.stream().allMatch(each -> each.test(row));
    }

    private IndicatorRow row(String key, Tally.Total total) {
        int end = key.lastIndexOf(Counts.SEPARATOR);
        Optional<Indicator> known = catalogue.indicators().byCode(key.substring(end + 1));
        return new IndicatorRow(
                key.substring(0, end),
                known.map(Indicator::code).orElse(null),
                known.map(Indicator::name).orElse(null),
                known.map(Indicator::englishName).orElse(null),
                known.map(i -> i.topic().name()).orElse(null),
                known.map(i -> i.direction().name()).orElse(null),
                total.observations(),
                total.reports());
    }

    /** The areas right below the parent that the query names, or all that something is said of, by code. */
    public Page<AreaRow> areas(Parameters query) {
        String parent = query.get("parent");
        Collection<Area> children = parent == null ? List.of() : children(catalogue.areas("parent", parent));
        String after = query.after() == null ? "" : query.after();
        return counts.read(sums -> {
            Map<String, Tally.Total> totals = sums.areas().totals();
            Stream<Area> all = parent == null
                    ? tail(sums.areas(), after).keySet().stream()
                            .flatMap(code -> catalogue.areas().byCode(code).stream())
                    : children.stream().filter(area -> area.code().compareTo(after) > 0);
            return Page.cut(
                    all.limit(query.limit() + 1L).map(area -> row(area, totals)).toList(),
                    query.limit(),
                    AreaRow::areaCode,
                    row -> row);
        });
    }

    private Collection<Area> children(List<Area> parents) {
        Areas areas = catalogue.areas();
        return parents.stream()
                .flatMap(parent -> areas.within(parent).stream()
                        .filter(area -> areas.parent(area)
                                .filter(above -> above.code().equals(parent.code()))
                                .isPresent()))
                .map(Area::code)
                .distinct()
                .sorted()
                .flatMap(code -> areas.byCode(code).stream())
                .toList();
    }

    private AreaRow row(Area area, Map<String, Tally.Total> totals) {
        Tally.Total own = totals.get(area.code());
        Collection<String> within =
                Catalogue.isNation(List.of(area)) ? totals.keySet() : catalogue.codesWithin(List.of(area));
        return new AreaRow(
                area.code(),
                area.name(),
                catalogue.areas().path(area),
                area.level().code(),
                area.firstYear(),
                area.lastYear(),
                own == null ? 0 : own.observations(),
                within.stream()
                        .map(totals::get)
                        .mapToLong(total -> total == null ? 0 : total.observations())
                        .sum(),
                own == null ? 0 : own.reports());
    }
}
