package dev.zhibiao.extract.grammar.text;

import java.util.HashSet;
import java.util.Set;

/**
 * Reads from a regular expression what everything that it matches has in common. What it does not know, flags among them, has
 * nothing in common with anything.
 */
final class RegexReader {

    /** Longer than any text. */
    static final int UNBOUNDED = 1 << 28;

    private static final Part UNKNOWN = new Part(Set.of(), UNBOUNDED, false, false);
    private static final Part EMPTY = new Part(Set.of(), 0, false, false);
    private static final int LARGEST_CLASS = 24;
    /** A pair of characters is far rarer than a character. */
    private static final int COST_OF_SINGLE = 8;

    private final String regex;
    private int at;

    private RegexReader(String regex) {
        this.regex = regex;
    }

    /**
     * What a piece of an expression matches.
     *
     * @param keys characters or pairs of characters of which one stands in every match; empty where none is known
     * @param longest how many code points a match has at most
     * @param atStart whether a match begins where the text does
     * @param atEnd whether a match ends where the text does
     */
    record Part(Set<String> keys, int longest, boolean atStart, boolean atEnd) {

        private int cost() {
            return keys.stream()
                    .mapToInt(k -> k.length() == 1 ? COST_OF_SINGLE : 1)
                    .sum();
        }

        private boolean isBetterThan(Part other) {
            return !keys.isEmpty() && (other.keys.isEmpty() || cost() < other.cost());
        }

        private Part or(Part other) {
            Set<String> both = new HashSet<>();
            if (!keys.isEmpty() && !other.keys.isEmpty()) {
                both.addAll(keys);
                both.addAll(other.keys);
            }
            return new Part(both, Math.max(longest, other.longest), atStart && other.atStart, atEnd && other.atEnd);
        }

        private Part then(Part next, boolean first) {
            return new Part(
                    next.isBetterThan(this) ? next.keys : keys,
                    Math.min(UNBOUNDED, longest + next.longest),
                    first ? next.atStart : atStart,
                    next.atEnd);
        }

        private Part repeated(int least, int most) {
            if (least == 1 && most == 1) {
                return this;
            }
            long longer = Math.min(UNBOUNDED, (long) longest * most);
            return new Part(least == 0 ? Set.of() : keys, (int) longer, false, false);
        }

        private Part withoutKeys() {
            return new Part(Set.of(), longest, atStart, atEnd);
        }
    }

    /** Thrown where an expression has what this does not read. */
    private static final class UnreadException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static Part read(String regex) {
        RegexReader reader = new RegexReader(regex);
        try {
            Part whole = reader.alternatives();
            return reader.at == regex.length() ? whole : UNKNOWN;
        } catch (UnreadException e) {
            return UNKNOWN;
        }
    }

    private boolean more() {
        return at < regex.length();
    }

    private boolean take(String what) {
        boolean stands = regex.startsWith(what, at);
        at += stands ? what.length() : 0;
        return stands;
    }

    private Part alternatives() {
        Part all = sequence();
        while (take("|")) {
            all = all.or(sequence());
        }
        return all;
    }

    private Part sequence() {
        Part all = EMPTY;
        boolean first = true;
        char before = 0;
        while (more() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            Part item = item();
            char letter = item.keys().size() == 1 && item.longest() == 1
                    ? item.keys().iterator().next().charAt(0)
                    : 0;
            int bounds = at;
            int[] times = times();
            if (letter != 0 && before != 0 && times[0] > 0) {
                // Two characters that stand beside each other are one key.
                all = all.then(new Part(Set.of("" + before + letter), 0, false, false), false);
            }
            all = all.then(item.repeated(times[0], times[1]), first);
            before = at == bounds ? letter : 0;
            first = false;
        }
        return all;
    }

    private Part item() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> set();
            case '\\' -> escaped();
            case '.' -> new Part(Set.of(), 1, false, false);
            case '^' -> new Part(Set.of(), 0, true, false);
            case '$' -> new Part(Set.of(), 0, false, true);
            default -> letter(c);
        };
    }

    private static Part letter(char c) {
        refuseHalves(c);
        return new Part(Set.of(String.valueOf(c)), 1, false, false);
    }

    /** Half of a character outside the BMP: what stands behind it holds for both halves. */
    private static void refuseHalves(char c) {
        if (Character.isSurrogate(c)) {
            throw new UnreadException();
        }
    }

    private Part group() {
        boolean around = false;
        if (take("?")) {
            if (take("=") || take("!") || take("<=") || take("<!")) {
                around = true;
            } else if (take("<")) {
                at = regex.indexOf('>', at) + 1;
            } else if (!take(":")) {
                // Flags, and groups that give nothing back.
                throw new UnreadException();
            }
        }
        Part inner = alternatives();
        if (!take(")")) {
            throw new UnreadException();
        }
        // What stands around a match is no part of it.
        return around ? EMPTY : inner;
    }

    private Part escaped() {
        char c = regex.charAt(at++);
        return switch (c) {
            case 'd' -> digits();
            case 's', 'S', 'D', 'w', 'W' -> new Part(Set.of(), 1, false, false);
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw new UnreadException();
                }
                yield letter(c);
            }
        };
    }

    private static Part digits() {
        Set<String> digits = new HashSet<>();
        for (char c = '0'; c <= '9'; c++) {
            digits.add(String.valueOf(c));
        }
        return new Part(digits, 1, false, false);
    }

    private Part set() {
        boolean negated = take("^");
        Set<String> members = new HashSet<>();
        boolean known = !negated;
        for (boolean first = true; first || !take("]"); first = false) {
            if (!more() || regex.charAt(at) == '[' || regex.startsWith("&&", at)) {
                throw new UnreadException();
            }
            char c = regex.charAt(at++);
            refuseHalves(c);
            if (c == '\\') {
                c = regex.charAt(at++);
                if (c == 'd') {
                    members.addAll(digits().keys());
                    continue;
                }
                if (Character.isLetterOrDigit(c)) {
                    // A class within the class, or a character by its number: neither is worth reading.
                    known = false;
                }
            }
            boolean range = at + 1 < regex.length() && regex.charAt(at) == '-' && regex.charAt(at + 1) != ']';
            if (range) {
                char last = regex.charAt(at + 1);
                at += 2;
                if (last == '\\') {
                    at++;
                    known = false;
                }
                known &= last - c < LARGEST_CLASS;
                for (int in = c; known && in <= last; in++) {
                    members.add(String.valueOf((char) in));
                }
            } else {
                members.add(String.valueOf(c));
            }
        }
        Part set = new Part(members, 1, false, false);
        return known && members.size() <= LARGEST_CLASS ? set : set.withoutKeys();
    }

    /** How often what stands before may stand there: {@code ?}, {@code *}, {@code +}, {@code {2,8}}, greedy or not. */
    private int[] times() {
        int[] times = {1, 1};
        if (take("?")) {
            times[0] = 0;
        } else if (take("*")) {
            times = new int[] {0, UNBOUNDED};
        } else if (take("+")) {
            times = new int[] {1, UNBOUNDED};
        } else if (take("{")) {
            int end = regex.indexOf('}', at);
            String[] said = regex.substring(at, end).split(",", -1);
            times[0] = Integer.parseInt(said[0]);
            times[1] = said.length == 1 ? times[0] : said[1].isEmpty() ? UNBOUNDED : Integer.parseInt(said[1]);
            at = end + 1;
        } else {
            return times;
        }
        if (!take("?")) {
            take("+");
        }
        return times;
    }
}
