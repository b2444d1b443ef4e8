package dev.zhibiao.store.page;

import dev.zhibiao.catalogue.Area;
import dev.zhibiao.catalogue.Areas;
import dev.zhibiao.catalogue.Indicator;
import dev.zhibiao.store.overview.Amounts;
import dev.zhibiao.store.query.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The areas and indicators of the catalogue by the beginning of a name, or a part of it in Chinese, or its pinyin. First
 * what there are observations of, then what is typed whole, then the better known.
 */
@ApplicationScoped
class Suggestions {

    private static final int SHORTEST_PART = 2;

    private final Amounts amounts;
    private final PageConfig page;
    private final List<Entry> entries = new ArrayList<>();
    private Map<String, Long> read = Map.of();
    private long readAt = Long.MIN_VALUE;

    Suggestions(Catalogue catalogue, Amounts amounts, PageConfig page) {
        this.amounts = amounts;
        this.page = page;
        Areas areas = catalogue.areas();
        areas.byCode("100000")
                .ifPresent(nation -> Stream.concat(Stream.of(nation), areas.within(nation).stream())
                        .map(Area::code)
                        .distinct()
                        .flatMap(code -> areas.byCode(code).stream())
                        .forEach(area -> entries.add(entry(areas, area))));
        catalogue.indicators().all().forEach(indicator -> entries.add(entry(indicator)));
    }

    /** What can be suggested, with all that it is called by. */
    private record Entry(Suggestion suggestion, int order, List<Spoken> names) {}

    /** A name in lower case, as it is and by its pinyin. */
    private record Spoken(String name, String lower, Pinyin pinyin) {

        static Spoken of(String name) {
            return new Spoken(name, name.toLowerCase(Locale.ROOT), Pinyin.of(name));
        }
    }

    private record Hit(Entry entry, int distance, Suggestion suggestion) {}

    private static Entry entry(Areas areas, Area area) {
        Set<String> names = new LinkedHashSet<>(List.of(area.name(), Areas.shortName(area.name())));
        return new Entry(
                new Suggestion("area", area.code(), area.name(), null, areas.path(area), area.name(), 0),
                area.level().ordinal(),
                names.stream().map(Spoken::of).toList());
    }

    private static Entry entry(Indicator indicator) {
        Set<String> names = new LinkedHashSet<>(List.of(indicator.name(), indicator.code(), indicator.englishName()));
        names.addAll(indicator.aliases());
        return new Entry(
                new Suggestion(
                        "indicator",
                        indicator.code(),
                        indicator.name(),
                        indicator.englishName(),
                        null,
                        indicator.name(),
                        0),
                0,
                names.stream().map(Spoken::of).toList());
    }

    /**
     * The best of what fits.
     *
     * @param typed any text
     * @param kind {@code area} or {@code indicator} alone; {@code null} for both
     */
    List<Suggestion> of(String typed, @Nullable String kind, int limit) {
        String lower =
                typed.toLowerCase(Locale.ROOT).replaceAll("[\\s\\u3000]+", " ").strip();
        String letters = lower.replaceAll("[ '’-]", "");
        Map<String, Long> known = known();
        return entries.stream()
                .filter(entry -> kind == null || kind.equals(entry.suggestion().kind()))
                .map(entry -> hit(entry, lower, letters, known))
                .filter(Objects::nonNull)
                .sorted(Comparator.<Hit>comparingInt(hit -> hit.suggestion().observations() > 0 ? 0 : 1)
                        .thenComparingInt(Hit::distance)
                        .thenComparingInt(hit -> hit.entry().order())
                        .thenComparing(hit -> hit.suggestion().observations(), Comparator.reverseOrder())
                        .thenComparing(hit -> hit.suggestion().code()))
                .limit(limit)
                .map(Hit::suggestion)
                .toList();
    }

    // Good enough to sort by: not asked anew for each letter that is typed.
    private synchronized Map<String, Long> known() {
        long now = System.nanoTime();
        if (readAt == Long.MIN_VALUE || now - readAt > page.amountsKept().toNanos()) {
            read = amounts.read();
            readAt = now;
        }
        return read;
    }

    private @Nullable Hit hit(Entry entry, String lower, String letters, Map<String, Long> known) {
        Suggestion found = entry.suggestion();
        int best = found.code().toLowerCase(Locale.ROOT).equals(lower) ? 0 : Integer.MAX_VALUE;
        String matched = found.name();
        for (Spoken name : entry.names()) {
            int distance = distance(name, lower, letters);
            if (distance < best) {
                best = distance;
                matched = name.name();
            }
        }
        if (best == Integer.MAX_VALUE) {
            return null;
        }
        return new Hit(
                entry,
                best,
                new Suggestion(
                        found.kind(),
                        found.code(),
                        found.name(),
                        found.nameEn(),
                        found.path(),
                        matched,
                        known.getOrDefault(found.kind() + "/" + found.code(), 0L)));
    }

    /** 0 where it is the name, then the beginning of it, pinyin, a part of it; more than all where it is nothing. */
    private static int distance(Spoken name, String lower, String letters) {
        if (name.lower().equals(lower)) {
            return 0;
        }
        if (name.lower().startsWith(lower)) {
            return 1;
        }
        if (letters.matches("[a-z0-9]+") && name.pinyin().beginsWith(letters)) {
            return 2;
        }
        return lower.codePointCount(0, lower.length()) >= SHORTEST_PART
                        && name.lower().contains(lower)
                ? 3
                : Integer.MAX_VALUE;
    }
}
