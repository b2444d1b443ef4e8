package dev.zhibiao.extract.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zhibiao.events.Observation;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many annotated records were found, and how many with every field right: the same reckoning as the scorer that
 * the annotation guidelines come with. Records and observations pair up by overlapping spans and equal numbers.
 */
final class GoldScore {

    private static final double ALIKE = 0.7;
    private static final double AREA_ALIKE = 0.6;
    private static final String DROPPED = "“”\"'‘’《》「」（）()、，,。；;：: \t\r\n\u3000的";

    private int wanted;
    private int found;
    private int strict;
    private int extra;

    private record Pair(int gold, int read, int right, double alike) {}

    /** Counts one report. */
    void add(List<JsonNode> gold, List<Observation> read) {
        List<Pair> pairs = new ArrayList<>();
        for (int g = 0; g < gold.size(); g++) {
            for (int r = 0; r < read.size(); r++) {
                if (overlaps(gold.get(g), read.get(r))
                        && sameNumber(text(gold.get(g), "value"), read.get(r).value())) {
                    pairs.add(new Pair(g, r, right(gold.get(g), read.get(r)), alike(gold.get(g), read.get(r))));
                }
            }
        }
        pairs.sort(Comparator.comparingInt((Pair p) -> -p.right())
                .thenComparingDouble(p -> -p.alike())
                .thenComparingInt(Pair::gold)
                .thenComparingInt(Pair::read));
        Set<Integer> ofGold = new HashSet<>();
        Set<Integer> ofRead = new HashSet<>();
        for (Pair p : pairs) {
            if (!ofGold.contains(p.gold()) && !ofRead.contains(p.read())) {
                ofGold.add(p.gold());
                ofRead.add(p.read());
                if (!gold.get(p.gold()).path("optional").asBoolean()) {
                    found++;
                    strict += p.right() == FIELDS ? 1 : 0;
                }
            }
        }
        wanted +=
                (int) gold.stream().filter(g -> !g.path("optional").asBoolean()).count();
        for (int r = 0; r < read.size(); r++) {
            Observation o = read.get(r);
            boolean excused = gold.stream().anyMatch(g -> g.path("optional").asBoolean() && overlaps(g, o));
            extra += ofRead.contains(r) || excused ? 0 : 1;
        }
    }

    /** F1 of what was found at all. */
    double foundF1() {
        return f1(found);
    }

    /** F1 of what was found with every field right. */
    double strictF1() {
        return f1(strict);
    }

    @Override
    public String toString() {
        return "found F1 %.4f, strict F1 %.4f (%d of %d, %d extra)"
                .formatted(foundF1(), strictF1(), found, wanted, extra);
    }

    private double f1(int hits) {
        double precision = found + extra == 0 ? 0 : (double) hits / (found + extra);
        double recall = wanted == 0 ? 0 : (double) hits / wanted;
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static final int FIELDS = 11;

    private static int right(JsonNode g, Observation o) {
        boolean rank = text(g, "measure").equals("rank");
        boolean[] fields = {
            g.get("start").asInt() == o.start()
                    && g.get("end").asInt() == o.end()
                    && text(g, "text").equals(o.text()),
            rank || squash(text(g, "unit")).equals(squash(o.unit())),
            text(g, "measure").equals(o.measure()),
            text(g, "comparator").equals(o.comparator()),
            text(g, "timePeriod").equals(o.timePeriod()),
            text(g, "status").equals(o.status()),
            alike(g, o) >= ALIKE,
            !rank || similarity(text(g, "rankScope"), o.rankScope()) >= ALIKE,
            text(g, "area").isEmpty() ? empty(o.area()) : similarity(text(g, "area"), o.area()) >= AREA_ALIKE,
            text(g, "basePeriod").equals(o.basePeriod() == null ? "" : o.basePeriod()),
            g.hasNonNull("valueMax") ? sameNumber(text(g, "valueMax"), o.valueMax()) : o.valueMax() == null
        };
        int right = 0;
        for (boolean field : fields) {
            right += field ? 1 : 0;
        }
        return right;
    }

    private static double alike(JsonNode g, Observation o) {
        double best = similarity(text(g, "indicator"), o.indicator());
        for (JsonNode other : g.path("indicatorAlt")) {
            best = Math.max(best, similarity(other.asText(), o.indicator()));
        }
        return best;
    }

    private static boolean overlaps(JsonNode g, Observation o) {
        return g.get("start").asInt() < o.end() && o.start() < g.get("end").asInt();
    }

    private static boolean sameNumber(String number, @Nullable BigDecimal other) {
        return other != null && new BigDecimal(number).compareTo(other) == 0;
    }

    private static boolean empty(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    private static String text(JsonNode g, String field) {
        return g.path(field).asText("");
    }

    private static String squash(@Nullable String text) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC)
                .chars()
                .filter(c -> DROPPED.indexOf(c) < 0)
                .forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static double similarity(@Nullable String one, @Nullable String other) {
        String a = squash(one);
        String b = squash(other);
        return a.isEmpty() || b.isEmpty() ? a.equals(b) ? 1 : 0 : 2.0 * longestCommon(a, b) / (a.length() + b.length());
    }

    private static int longestCommon(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int i = 0; i < a.length(); i++) {
            int diagonal = 0;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                row[j] = a.charAt(i) == b.charAt(j - 1) ? diagonal + 1 : Math.max(row[j], row[j - 1]);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
