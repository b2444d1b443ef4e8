package dev.zhibiao.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The dimension of every unit that canonical indicators are given in. */
public final class UnitDimensions {

    private final Map<String, UnitDimension> dimensions = new HashMap<>();

    private UnitDimensions() {}

    /**
     * Loads the list.
     *
     * @throws IllegalStateException where it has a blank, a unit twice or a dimension that does not exist
     */
    public static UnitDimensions load() {
        return Resources.read("unit-dimensions.tsv", UnitDimensions::read);
    }

    static UnitDimensions read(BufferedReader lines) throws IOException {
        UnitDimensions units = new UnitDimensions();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 2 || cells[0].isBlank() || !cells[0].equals(cells[0].strip())) {
                throw new IllegalStateException("no unit and its dimension: " + line);
            }
            UnitDimension dimension = Resources.constant(UnitDimension.class, cells[1], line);
            if (units.dimensions.put(cells[0], dimension) != null) {
                throw new IllegalStateException("a second time: " + line);
            }
        }
        return units;
    }

    /**
     * The dimension of a unit.
     *
     * @param unit without its magnitude word, as written; empty for a bare number, which is an index
     * @return empty for a unit that no indicator of the catalogue is given in
     */
    public Optional<UnitDimension> of(String unit) {
        return unit.isEmpty() ? Optional.of(UnitDimension.INDEX) : Optional.ofNullable(dimensions.get(unit));
    }

    /** All units of the list. */
    public Set<String> units() {
        return Set.copyOf(dimensions.keySet());
    }
}
