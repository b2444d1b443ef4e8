package dev.zhibiao.store.query;

import dev.zhibiao.catalogue.Area;
import dev.zhibiao.catalogue.AreaLevel;
import dev.zhibiao.catalogue.Areas;
import dev.zhibiao.catalogue.Direction;
import dev.zhibiao.catalogue.Indicator;
import dev.zhibiao.catalogue.Indicators;
import dev.zhibiao.catalogue.Successions;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the words of a query mean: areas by code, name or path; indicators by code, name or alias. */
@Singleton
public class Catalogue {

    private final Areas areas = Areas.load();
    private final Successions successions = Successions.load();
    private final Indicators indicators = Indicators.load();
    /** The catalogue never changes, and looking through it takes milliseconds. */
    private final Map<String, Set<String>> within = new ConcurrentHashMap<>();

    /** The areas. */
    public Areas areas() {
        return areas;
    }

    /** The canonical indicators. */
    public Indicators indicators() {
        return indicators;
    }

    /**
     * All areas that a word can mean.
     *
     * @param parameter that the word was given in
     * @param word six digits, a name ({@code 宁波}, {@code 宁波市}) or a path ({@code 浙江省/宁波市})
     * @throws RefusedException {@code bad-parameter} where there is none
     */
    public List<Area> areas(String parameter, String word) {
        List<Area> found;
        if (word.matches("[0-9]{6}")) {
            found = areas.byCode(word).stream().toList();
        } else if (word.contains("/")) {
            found = areas.named(word.substring(word.lastIndexOf('/') + 1)).stream()
                    .filter(area -> areas.path(area).equals(word))
                    .toList();
        } else {
            found = areas.named(word);
        }
        if (found.isEmpty()) {
            throw Parameters.bad(parameter, "there is no area " + word + " in the catalogue");
        }
        return found;
    }

    /** The codes of areas at all times: what each went on as, and what went on as it. */
    public Set<String> codes(Collection<Area> chosen) {
        Set<String> codes = new LinkedHashSet<>();
        chosen.forEach(area -> codes.addAll(successions.lineage(area.code())));
        return codes;
    }

    /**
     * The codes of areas at all times and of all that belongs to them; also what went on as one of these, but not what
     * one of these went on as, for that may belong elsewhere by then.
     */
    public Set<String> codesWithin(Collection<Area> chosen) {
        Set<String> codes = new LinkedHashSet<>();
        chosen.forEach(area -> codes.addAll(within.computeIfAbsent(area.code(), this::codesWithin)));
        return codes;
    }

    private Set<String> codesWithin(String code) {
        Set<String> codes = new LinkedHashSet<>(successions.lineage(code));
        for (String one : List.copyOf(codes)) {
            areas.byCode(one).stream()
                    .flatMap(area -> areas.within(area).stream())
                    .forEach(area -> codes.addAll(successions.earlier(area.code())));
        }
        return codes;
    }

    /** The codes that a word means, with all that belongs to them or without. */
    public Set<String> codes(String parameter, String word, boolean descendants) {
        List<Area> chosen = areas(parameter, word);
        return descendants ? codesWithin(chosen) : codes(chosen);
    }

    /**
     * The code that an area bears today.
     *
     * @param code that it was called by
     * @param year in which it was, {@code YYYY}; anything else is before all years
     */
    public String today(String code, String year) {
        return successions.newestCode(code, year.matches("[0-9]{4}") ? Integer.parseInt(year) : 0);
    }

    /** The path of a code's area today; the code where it has none. */
    public String path(String code) {
        return areas.byCode(code).map(areas::path).orElse(code);
    }

    /**
     * The same areas, to be looked for faster.
     *
     * @param prefixes of codes, all of which belong to it; empty strings stand for all of the country
     * @param codes of the others
     */
    public record Territory(Set<String> prefixes, Set<String> codes) {}

    /** What {@link #codesWithin} says. */
    public Territory territory(Collection<Area> chosen) {
        Set<String> prefixes = new LinkedHashSet<>();
        for (String code : codes(chosen)) {
            areas.byCode(code).map(Area::level).ifPresent(level -> {
                switch (level) {
                    case NATIONAL -> prefixes.add("");
                    case PROVINCE -> prefixes.add(code.substring(0, 2));
                    case CITY -> prefixes.add(code.substring(0, 4));
                    case COUNTY -> {}
                }
            });
        }
        Set<String> others = new LinkedHashSet<>(codesWithin(chosen));
        others.removeIf(code -> prefixes.stream().anyMatch(code::startsWith));
        return new Territory(prefixes, others);
    }

    /** Whether all of the country is meant, so that no code needs to be looked at. */
    public static boolean isNation(Collection<Area> chosen) {
        return chosen.stream().anyMatch(area -> area.level() == AreaLevel.NATIONAL);
    }

    /**
     * What an indicator's word can mean.
     *
     * @param codes of the canonical indicators of that code, name or alias
     * @param names as written that mean it: all of those of these codes, and the word itself
     */
    public record Named(Set<String> codes, Set<String> names) {}

    /**
     * Whether less is better of what a word means; of one in no catalogue, such as 失业率, where that holds of all whose name
     * ends in it.
     */
    public boolean isBetterLess(String word) {
        Set<String> codes = indicator(word).codes();
        List<Indicator> meant = indicators.all().stream()
                .filter(one -> codes.isEmpty() ? one.name().endsWith(word) : codes.contains(one.code()))
                .toList();
        return !meant.isEmpty() && meant.stream().allMatch(one -> one.direction() == Direction.DOWN);
    }

    /** The indicators of a word; one that is in no catalogue means itself, as written. */
    public Named indicator(String word) {
        List<Indicator> found =
                Optional.of(word).flatMap(indicators::byCode).map(List::of).orElseGet(() -> indicators.named(word));
        Set<String> codes = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>(Set.of(word));
        for (Indicator indicator : found) {
            codes.add(indicator.code());
            names.add(indicator.name());
            names.addAll(indicator.aliases());
        }
        return new Named(codes, names);
    }
}
