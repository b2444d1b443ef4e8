package dev.zhibiao.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The canonical indicators of government work reports, by code and by every phrase that names them. */
public final class Indicators {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final int CELLS = 7;

    private final Map<String, Indicator> codes = new LinkedHashMap<>();
    private final Map<String, List<Indicator>> phrases = new HashMap<>();

    private Indicators() {}

    /**
     * Loads the catalogue.
     *
     * @throws IllegalStateException where a line has a blank, an unknown dimension, direction or topic, a code or alias
     *     a second time, or an alias of another code that no unit tells apart
     */
    public static Indicators load() {
        return Resources.read("indicators.tsv", Indicators::read);
    }

    static Indicators read(BufferedReader lines) throws IOException {
        Indicators indicators = new Indicators();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.startsWith("#")) {
                indicators.add(indicator(line));
            }
        }
        return indicators;
    }

    private static Indicator indicator(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != CELLS || !CODE.matcher(cells[0]).matches() || isUnclean(cells[1]) || isUnclean(cells[2])) {
            throw new IllegalStateException("no indicator: " + line);
        }
        Set<UnitDimension> dimensions = EnumSet.noneOf(UnitDimension.class);
        for (String dimension : list(cells[4])) {
            if (!dimensions.add(Resources.constant(UnitDimension.class, dimension, line))) {
                throw new IllegalStateException(dimension + " a second time: " + line);
            }
        }
        return new Indicator(
                cells[0],
                cells[1],
                cells[2],
                cells[3].isEmpty() ? List.of() : list(cells[3]),
                dimensions,
                Resources.constant(Direction.class, cells[5], line),
                Resources.constant(IndicatorTopic.class, cells[6], line));
    }

    private static List<String> list(String cell) {
        List<String> words = List.of(cell.split("\\|", -1));
        if (words.stream().anyMatch(Indicators::isUnclean)) {
            throw new IllegalStateException("a blank in " + cell);
        }
        return words;
    }

    private static boolean isUnclean(String cell) {
        return cell.isBlank() || !cell.equals(cell.strip());
    }

    private void add(Indicator indicator) {
        if (codes.put(indicator.code(), indicator) != null) {
            throw new IllegalStateException(indicator.code() + " a second time");
        }
        name(indicator.name(), indicator);
        indicator.aliases().forEach(alias -> name(alias, indicator));
    }

    private void name(String phrase, Indicator indicator) {
        List<Indicator> named = phrases.computeIfAbsent(phrase, p -> new ArrayList<>());
        for (Indicator other : named) {
            if (other.equals(indicator)) {
                throw new IllegalStateException(indicator.code() + " has " + phrase + " a second time");
            }
            // 空气质量优良天数 in 天 is a number of days, in % a share of them; without that, nobody could tell.
            if (!Collections.disjoint(other.dimensions(), indicator.dimensions())) {
                throw new IllegalStateException(
                        phrase + " could be " + other.code() + " or " + indicator.code() + ", whatever its unit");
            }
        }
        named.add(indicator);
    }

    /** The indicator of a code. */
    public Optional<Indicator> byCode(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /** All indicators that a phrase, their name or an alias, can stand for; more than one where the unit decides. */
    public List<Indicator> named(String phrase) {
        return Collections.unmodifiableList(phrases.getOrDefault(phrase, List.of()));
    }

    /** Every indicator, in the order of the list. */
    public Collection<Indicator> all() {
        return Collections.unmodifiableCollection(codes.values());
    }
}
