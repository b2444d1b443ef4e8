package dev.zhibiao.store.overview;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How often each key occurs in all reports; what a report added is taken off again when it changes. */
final class Tally {

    private final NavigableMap<String, Total> totals = new TreeMap<>();

    /** A key's sums. */
    static final class Total {

        private final String key;
        private long observations;
        private long reports;

        private Total(String key) {
            this.key = key;
        }

        long observations() {
            return observations;
        }

        long reports() {
            return reports;
        }
    }

    /** What one report adds: references to the sums, so that a key stands in memory once. */
    record Share(Total[] totals, int[] counts) {}

    Share add(Map<String, Integer> counts) {
        Share share = new Share(new Total[counts.size()], new int[counts.size()]);
        int i = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            Total total = totals.computeIfAbsent(entry.getKey(), Total::new);
            total.observations += entry.getValue();
            total.reports++;
            share.totals[i] = total;
            share.counts[i++] = entry.getValue();
        }
        return share;
    }

    void remove(Share share) {
        for (int i = 0; i < share.totals.length; i++) {
            Total total = share.totals[i];
            total.observations -= share.counts[i];
            total.reports--;
            if (total.reports == 0) {
                totals.remove(total.key);
            }
        }
    }

    /** The sums by key; read while nothing is added. */
    NavigableMap<String, Total> totals() {
        return totals;
    }
}
