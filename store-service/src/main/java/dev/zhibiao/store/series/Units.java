package dev.zhibiao.store.series;

import dev.zhibiao.catalogue.UnitConversions;
import dev.zhibiao.events.Observation;
import dev.zhibiao.store.observation.Fact;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The unit that the facts of an answer are shown in: the one asked for, else the one that most facts of the same kind of
 * unit have. Units that cannot be converted into each other are of different kinds; so are all currencies.
 */
final class Units {

    private static final UnitConversions CONVERSIONS = UnitConversions.load();
    private static final String PLACE = "位";
    private static final Pattern MAGNITUDE = Pattern.compile("(万亿|亿|千万|百万|十万|万|千|百)(.+)");
    private static final Map<String, Integer> ZEROS =
            Map.of("百", 2, "千", 3, "万", 4, "十万", 5, "百万", 6, "千万", 7, "亿", 8, "万亿", 12);

    private final Map<String, Shown> shown = new HashMap<>();
    private final @Nullable String askedKind;

    /** How a kind of unit is shown: in this unit, with its magnitude word and so many zeros less. */
    private record Shown(String unit, String name, int zeros) {}

    private Units(@Nullable String asked, Collection<Fact> facts) {
        if (asked != null) {
            Shown target = target(asked);
            askedKind = CONVERSIONS.base(target.unit());
            shown.put(askedKind, target);
            return;
        }
        askedKind = null;
        Map<String, Map<String, Integer>> frequencies = new HashMap<>();
        for (Fact fact : facts) {
            frequencies
                    .computeIfAbsent(kind(fact), kind -> new HashMap<>())
                    .merge(fact.observation().unit(), 1, Integer::sum);
        }
        frequencies.forEach((kind, units) -> units.entrySet().stream()
                .max(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                        .thenComparing(Map.Entry::getKey))
                .ifPresent(most -> shown.put(kind, new Shown(most.getKey(), most.getKey(), 0))));
    }

    /** For these facts. */
    static Units of(@Nullable String asked, Collection<Fact> facts) {
        return new Units(asked, facts);
    }

    // 千克 is a unit of its own; 亿元 is one with a magnitude word.
    private static Shown target(String asked) {
        Matcher matcher = MAGNITUDE.matcher(asked);
        boolean known = CONVERSIONS.units().contains(asked) || asked.startsWith("千瓦");
        if (known || !matcher.matches()) {
            return new Shown(asked, asked, 0);
        }
        return new Shown(matcher.group(2), asked, ZEROS.getOrDefault(matcher.group(1), 0));
    }

    /** What the units have in common that this one can be converted to. */
    static String kind(Fact fact) {
        Observation observation = fact.observation();
        return observation.measure().equals("rank") ? PLACE : CONVERSIONS.base(observation.unit());
    }

    /** Whether it can be shown in the unit asked for; always where none is. */
    boolean fits(Fact fact) {
        return askedKind == null || askedKind.equals(kind(fact));
    }

    /** The fact in its unit. */
    Figure figure(Fact fact) {
        Observation o = fact.observation();
        BigDecimal max = o.valueMax();
        return new Figure(
                convert(fact, o.value()),
                max == null ? null : convert(fact, max),
                unit(fact),
                o.comparator(),
                o.status(),
                o.indicator(),
                o.text(),
                o.sentence(),
                fact.corrected(),
                o.observationId(),
                fact.reportId(),
                o.start(),
                o.end(),
                fact.extractorVersion());
    }

    /** The name of the unit that it is shown in. */
    String unit(Fact fact) {
        return target(fact).name();
    }

    /** A value, or a difference of values, of the fact in the unit that it is shown in. */
    BigDecimal convert(Fact fact, BigDecimal value) {
        Shown target = target(fact);
        String unit = fact.observation().unit();
        BigDecimal converted = unit.equals(target.unit()) ? value : CONVERSIONS.convert(value, unit, target.unit());
        return target.zeros() == 0 ? converted : shortened(converted.movePointLeft(target.zeros()));
    }

    private static BigDecimal shortened(BigDecimal value) {
        BigDecimal shorter = value.stripTrailingZeros();
        return shorter.scale() < 0 ? shorter.setScale(0) : shorter;
    }

    private Shown target(Fact fact) {
        String unit = fact.observation().unit();
        return shown.getOrDefault(kind(fact), new Shown(unit, unit, 0));
    }
}
