package dev.zhibiao.extract.grammar.text;

import java.util.Set;

/**
 * Characters, and pairs of them, that are looked for all at once: one table says of a character whether it may be a key, the
 * other of two that follow each other. Tables smaller than the alphabet may take one for another, never overlook one.
 */
final class Keys {

    private static final int BITS = 1 << 12;
    private static final int SPREAD = 31;

    private final long[] singles = new long[BITS >> 6];
    private final long[] pairs = new long[BITS >> 6];

    /**
     * Of words.
     *
     * @param words of one character or two
     */
    Keys(Set<String> words) {
        for (String word : words) {
            if (word.length() == 1) {
                set(singles, word.charAt(0));
            } else {
                set(pairs, pair(word.charAt(0), word.charAt(1)));
            }
        }
    }

    /** Whether one of them may stand in a piece of a text. */
    boolean mayStandIn(String text, int from, int to) {
        char before = 0;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            // No word begins with the character before the first.
            if (has(singles, c) || has(pairs, pair(before, c)) && at > from) {
                return true;
            }
            before = c;
        }
        return false;
    }

    private static int pair(char first, char second) {
        return first * SPREAD + second;
    }

    private static void set(long[] table, int key) {
        table[(key & (BITS - 1)) >> 6] |= 1L << key;
    }

    private static boolean has(long[] table, int key) {
        return (table[(key & (BITS - 1)) >> 6] & 1L << key) != 0;
    }
}
