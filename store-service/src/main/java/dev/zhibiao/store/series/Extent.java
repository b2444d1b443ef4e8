package dev.zhibiao.store.series;

import dev.zhibiao.store.observation.Fact;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a value may lie as it was told: a point, a range, or all beyond a bound.
 *
 * @param low lower end, {@code null} where there is none
 * @param high upper end, {@code null} where there is none
 * @param step the place of the last digit told
 * @param rough whether it was told as 约, 左右 or the like
 */
record Extent(@Nullable BigDecimal low, @Nullable BigDecimal high, BigDecimal step, boolean rough) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    static Extent of(Fact fact, Units units) {
        Figure figure = units.figure(fact);
        BigDecimal step = units.convert(fact, Precision.of(fact.observation(), fact.corrected()));
        BigDecimal value = figure.value();
        BigDecimal max = figure.valueMax() == null ? value : figure.valueMax();
        return switch (figure.comparator()) {
            case ">", ">=" -> new Extent(value, null, step, false);
            case "<", "<=" -> new Extent(null, max, step, false);
            default -> new Extent(value, max, step, figure.comparator().equals("~"));
        };
    }

    /** How far the other lies above this, negative where below; zero where they meet. */
    BigDecimal gapTo(Extent other) {
        if (high != null && other.low != null && other.low.compareTo(high) > 0) {
            return other.low.subtract(high);
        }
        if (low != null && other.high != null && other.high.compareTo(low) < 0) {
            return other.high.subtract(low);
        }
        return BigDecimal.ZERO;
    }

    /** How far they may lie apart and be the same after rounding: half a step of the coarser, a whole one where rough. */
    BigDecimal tolerance(Extent other) {
        return mayBeOff().max(other.mayBeOff());
    }

    private BigDecimal mayBeOff() {
        return rough ? step : step.multiply(HALF);
    }
}
