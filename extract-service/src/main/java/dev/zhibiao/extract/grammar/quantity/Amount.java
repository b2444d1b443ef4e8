package dev.zhibiao.extract.grammar.quantity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A number with what its hedge says about it; magnitude words are applied. */
public sealed interface Amount {

    /**
     * A number under a comparator.
     *
     * @throws IllegalArgumentException where there is no such comparator
     */
    static Amount of(String comparator, BigDecimal value) {
        return switch (comparator) {
            case "=" -> new Exact(value);
            case ">=" -> new AtLeast(value);
            case ">" -> new MoreThan(value);
            case "<=" -> new AtMost(value);
            case "<" -> new LessThan(value);
            case "~" -> new About(value);
            default -> throw new IllegalArgumentException("no comparator: " + comparator);
        };
    }

    /** The number said; the lower end of a range. */
    BigDecimal value();

    /** {@code =}, {@code >=}, {@code >}, {@code <=}, {@code <} or {@code ~}. */
    String comparator();

    /** The upper end of a range. */
    default @Nullable BigDecimal max() {
        return null;
    }

    /** The same hedge on another number: what 以上 behind a list says of its first item. */
    default Amount about(BigDecimal other) {
        return of(comparator(), other);
    }

    /** The same hedge on the number with its sign turned: 下降14% is -14. */
    Amount negated();

    /** 500家 */
    record Exact(BigDecimal value) implements Amount {
        @Override
        public String comparator() {
            return "=";
        }

        @Override
        public Exact negated() {
            return new Exact(value.negate());
        }
    }

    /** 500家以上, 不低于500家 */
    record AtLeast(BigDecimal value) implements Amount {
        @Override
        public String comparator() {
            return ">=";
        }

        @Override
        public AtLeast negated() {
            // 下降5%以上 falls by five or more: the words bound how far it falls.
            return new AtLeast(value.negate());
        }
    }

    /** 超500家, 突破500家, 500余家 */
    record MoreThan(BigDecimal value) implements Amount {
        @Override
        public String comparator() {
            return ">";
        }

        @Override
        public MoreThan negated() {
            return new MoreThan(value.negate());
        }
    }

    /** 3%以内, 不超过3% */
    record AtMost(BigDecimal value) implements Amount {
        @Override
        public String comparator() {
            return "<=";
        }

        @Override
        public AtMost negated() {
            return new AtMost(value.negate());
        }
    }

    /** 低于3%, 不足3% */
    record LessThan(BigDecimal value) implements Amount {
        @Override
        public String comparator() {
            return "<";
        }

        @Override
        public LessThan negated() {
            return new LessThan(value.negate());
        }
    }

    /** 约500家, 8%左右 */
    record About(BigDecimal value) implements Amount {
        @Override
        public String comparator() {
            return "~";
        }

        @Override
        public About negated() {
            return new About(value.negate());
        }
    }

    /** 4至6家 */
    record Between(BigDecimal value, BigDecimal upper) implements Amount {
        @Override
        public String comparator() {
            return "=";
        }

        @Override
        public BigDecimal max() {
            return upper;
        }

        @Override
        public Between negated() {
            return new Between(value.negate(), upper.negate());
        }
    }
}
