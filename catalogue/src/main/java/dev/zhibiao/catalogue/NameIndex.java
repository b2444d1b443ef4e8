package dev.zhibiao.catalogue;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds every area name in a text in one pass: the first two characters of a place leave one name or two to compare. */
final class NameIndex {

    /** Many more than names, so that nearly all places of a text meet an empty bucket. */
    private static final int BUCKETS = 1 << 16;

    private static final int SPREAD = 31;

    private final String[] @Nullable [] buckets = new String[BUCKETS][];
    /** Which buckets have names: as nearly none has, this alone is looked at, and stays in the processor's cache. */
    private final BitSet filled = new BitSet(BUCKETS);

    NameIndex(Collection<String> names) {
        names.stream().filter(name -> name.length() > 1).forEach(this::add);
    }

    private void add(String name) {
        int bucket = bucket(name.charAt(0), name.charAt(1));
        String[] before = buckets[bucket];
        int size = before == null ? 0 : before.length;
        String[] after = new String[size + 1];
        if (before != null) {
            System.arraycopy(before, 0, after, 0, size);
        }
        after[size] = name;
        buckets[bucket] = after;
        filled.set(bucket);
    }

    /** How often each name stands in a text, names inside longer names included. */
    Map<String, Integer> count(String text) {
        Map<String, Integer> counts = new HashMap<>();
        for (int at = 0; at + 1 < text.length(); at++) {
            int bucket = bucket(text.charAt(at), text.charAt(at + 1));
            String[] names = filled.get(bucket) ? buckets[bucket] : null;
            if (names != null) {
                count(text, at, names, counts);
            }
        }
        return counts;
    }

    private static void count(String text, int at, String[] names, Map<String, Integer> counts) {
        for (String name : names) {
            if (text.startsWith(name, at)) {
                counts.merge(name, 1, Integer::sum);
            }
        }
    }

    private static int bucket(char first, char second) {
        return (first * SPREAD + second) & (BUCKETS - 1);
    }
}
