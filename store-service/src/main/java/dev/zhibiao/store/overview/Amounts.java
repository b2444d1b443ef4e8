package dev.zhibiao.store.overview;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** How many observations there are of each area and indicator. */
@ApplicationScoped
public class Amounts {

    private final Counts counts;

    Amounts(Counts counts) {
        this.counts = counts;
    }

    /** Observations by {@code area/} and six digits, and by {@code indicator/} and the catalogue's code. */
    public Map<String, Long> read() {
        return counts.read(Amounts::of);
    }

    private static Map<String, Long> of(Counts.Sums sums) {
        Map<String, Long> amounts = new HashMap<>();
        sums.areas().totals().forEach((code, total) -> amounts.put("area/" + code, total.observations()));
        sums.indicators().totals().forEach((key, total) -> {
            String code = key.substring(key.lastIndexOf(Counts.SEPARATOR) + 1);
            if (!code.isEmpty()) {
                amounts.merge("indicator/" + code, total.observations(), Long::sum);
            }
        });
        return amounts;
    }
}
