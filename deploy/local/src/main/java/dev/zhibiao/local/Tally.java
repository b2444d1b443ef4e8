package dev.zhibiao.local;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;

/** How many files got which answer. */
final class Tally {

    private long received;
    private long duplicates;
    private long unsettled;
    private final Map<String, Long> refused = new TreeMap<>();

    void add(Outcome outcome) {
        if (outcome.code() != null) {
            refused.merge(outcome.code(), 1L, Long::sum);
            unsettled += outcome.settled() ? 0 : 1;
        } else if (outcome.duplicate()) {
            duplicates++;
        } else {
            received++;
        }
    }

    long files() {
        return received + duplicates + refusals();
    }

    long refusals() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Refused for now, or not readable: another try may help. */
    long unsettled() {
        return unsettled;
    }

    void print(PrintWriter out) {
        out.println(Messages.of("summary.submitted", received, duplicates, refusals()));
        refused.forEach((code, count) -> out.println(Messages.of("summary.refused", code, count)));
    }
}
