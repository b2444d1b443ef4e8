package dev.zhibiao.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds every area name in a text in one pass: the first two characters of a place leave a handful to compare. */
final class NameIndex {

    private static final int BUCKETS = 1 << 12;
    private static final int SPREAD = 31;

    private final List<List<String>> buckets = new ArrayList<>();

    NameIndex(Collection<String> names) {
        for (int i = 0; i < BUCKETS; i++) {
            buckets.add(new ArrayList<>());
        }
        names.stream()
                .filter(name -> name.length() > 1)
                .forEach(name -> bucket(name.charAt(0), name.charAt(1)).add(name));
    }

    /** How often each name stands in a text, names inside longer names included. */
    Map<String, Integer> count(String text) {
        Map<String, Integer> counts = new HashMap<>();
        for (int at = 0; at + 1 < text.length(); at++) {
            for (String name : bucket(text.charAt(at), text.charAt(at + 1))) {
                if (text.startsWith(name, at)) {
                    counts.merge(name, 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private List<String> bucket(char first, char second) {
        return buckets.get((first * SPREAD + second) % BUCKETS);
    }
}
