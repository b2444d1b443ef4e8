package dev.zhibiao.store.series;

import dev.zhibiao.catalogue.Direction;
import java.math.BigDecimal;

/**
 * When a promise is kept. A bound says so itself. Without one the catalogue says which way is better, the sign of a growth or
 * change where it is a fall, and a rank is better the smaller; where nobody says, more was meant. A value told roughly (6%左右)
 * is reached by what rounds to it, half a step of its last digit away.
 */
enum Aim {
    /** At least so much. */
    AT_LEAST,
    /** More than that. */
    MORE_THAN,
    /** At most so much. */
    AT_MOST,
    /** Less than that. */
    LESS_THAN,
    /** About as much, or within the range: what is neither better when more nor when less. */
    NEAR;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /**
     * Of a promise.
     *
     * @param direction what the catalogue says of its indicator; {@code UP} where it is in no catalogue
     */
    static Aim of(Figure target, String measure, Direction direction) {
        return switch (target.comparator()) {
            case ">=" -> AT_LEAST;
            case ">" -> MORE_THAN;
            case "<=" -> AT_MOST;
            case "<" -> LESS_THAN;
            default -> unbounded(target, measure, direction);
        };
    }

    private static Aim unbounded(Figure target, String measure, Direction direction) {
        if (measure.equals("rank")) {
            return AT_MOST;
        }
        boolean falls = (measure.equals("growth") || measure.equals("change"))
                && target.value().signum() < 0;
        if (falls || direction == Direction.DOWN) {
            return AT_MOST;
        }
        return direction == Direction.NONE ? NEAR : AT_LEAST;
    }

    /**
     * Whether the promise is kept.
     *
     * @param reached in the unit of the promise; a bound counts as what it says at least
     * @param step the place of the last digit of the promise
     */
    boolean isMet(Figure target, BigDecimal reached, BigDecimal step) {
        BigDecimal low = target.value();
        BigDecimal high = target.valueMax() == null ? low : target.valueMax();
        BigDecimal play = target.comparator().equals("~") || this == NEAR ? step.multiply(HALF) : BigDecimal.ZERO;
        boolean highEnough = reached.compareTo(low.subtract(play)) >= 0;
        boolean lowEnough = reached.compareTo(high.add(play)) <= 0;
        return switch (this) {
            case AT_LEAST -> highEnough;
            case MORE_THAN -> reached.compareTo(low) > 0;
            case AT_MOST -> lowEnough;
            case LESS_THAN -> reached.compareTo(high) < 0;
            case NEAR -> highEnough && lowEnough;
        };
    }
}
