package dev.zhibiao.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many of one unit make another of the same dimension. */
public final class UnitConversions {

    /** One mu is 2000/3 square metres: such values end here. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final Pattern FACTOR = Pattern.compile("([1-9][0-9]*)(?:/([1-9][0-9]*))?");

    private final Map<String, Factor> factors = new HashMap<>();

    private UnitConversions() {}

    private record Factor(String base, BigDecimal over, BigDecimal under) {}

    /**
     * Loads the list.
     *
     * @throws IllegalStateException where a line is malformed, has a unit a second time, or one that is a multiple of a
     *     multiple
     */
    public static UnitConversions load() {
        return Resources.read("unit-conversions.tsv", UnitConversions::read);
    }

    static UnitConversions read(BufferedReader lines) throws IOException {
        UnitConversions conversions = new UnitConversions();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.startsWith("#")) {
                conversions.add(line);
            }
        }
        for (Factor factor : conversions.factors.values()) {
            if (conversions.factors.containsKey(factor.base())) {
                throw new IllegalStateException(factor.base() + " is a multiple itself");
            }
        }
        return conversions;
    }

    private void add(String line) {
        String[] cells = line.split("\t", -1);
        Matcher factor = FACTOR.matcher(cells[cells.length - 1]);
        if (cells.length != 3 || cells[0].isBlank() || cells[1].isBlank() || !factor.matches()) {
            throw new IllegalStateException("no conversion: " + line);
        }
        @Nullable String under = factor.group(2);
        Factor read =
                new Factor(cells[1], new BigDecimal(factor.group(1)), new BigDecimal(under == null ? "1" : under));
        if (factors.put(cells[0], read) != null) {
            throw new IllegalStateException("a second time: " + line);
        }
    }

    /** The unit that it and all those that it can be converted to are multiples of; itself where it is in no list. */
    public String base(String unit) {
        return factor(unit).base();
    }

    private Factor factor(String unit) {
        Factor factor = factors.get(unit);
        return factor == null ? new Factor(unit, BigDecimal.ONE, BigDecimal.ONE) : factor;
    }

    /**
     * A value in another unit, exact or to 15 significant digits.
     *
     * @throws IllegalArgumentException where the units have not the same base
     */
    public BigDecimal convert(BigDecimal value, String from, String to) {
        if (from.equals(to)) {
            return value;
        }
        Factor a = factor(from);
        Factor b = factor(to);
        if (!a.base().equals(b.base())) {
            throw new IllegalArgumentException(from + " cannot be converted to " + to);
        }
        BigDecimal over = a.over().multiply(b.under());
        BigDecimal under = a.under().multiply(b.over());
        if (over.compareTo(under) == 0) {
            return value;
        }
        BigDecimal converted = value.multiply(over).divide(under, DIGITS).stripTrailingZeros();
        return converted.scale() < 0 ? converted.setScale(0) : converted;
    }

    /** All units that are multiples of another. */
    public Set<String> units() {
        return Set.copyOf(factors.keySet());
    }
}
