package dev.zhibiao.catalogue;

import java.util.List;
import java.util.Set;

/**
 * A canonical indicator.
 *
 * @param code stable and readable, {@code GDP_PER_CAPITA}; capitals, digits and underscores
 * @param name its Chinese name
 * @param englishName its English name
 * @param aliases other phrases for exactly the same, through the decades; without quotation marks
 * @param dimensions what the units of its level measure; at least one
 * @param direction whether more is better
 * @param topic the field it belongs to
 */
public record Indicator(
        String code,
        String name,
        String englishName,
        List<String> aliases,
        Set<UnitDimension> dimensions,
        Direction direction,
        IndicatorTopic topic) {

    public Indicator {
        aliases = List.copyOf(aliases);
        dimensions = Set.copyOf(dimensions);
    }
}
