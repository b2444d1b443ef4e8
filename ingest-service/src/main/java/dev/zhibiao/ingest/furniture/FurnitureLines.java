package dev.zhibiao.ingest.furniture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines around a report that are none of its words, by one word list and by what page numbers look like. Lines are
 * looked at {@link #dense}.
 */
public final class FurnitureLines {

    /** What a word of the list is, in lower case there. */
    enum Kind {
        /** Before a colon. */
        LABEL,
        /** Before a colon, but a report's annex may have such a line of its own: of no weight, and yet kept in a text. */
        CAPTION,
        /** Before a colon, a number or nothing. */
        COUNTER,
        /** Alone or beside other buttons. */
        BUTTON,
        /** A button's, but alone a word like others. */
        SIZE,
        /** At the beginning of the line, whatever follows. */
        OPENING,
        /** Anywhere in the line. */
        MARK
    }

    private static final String LIST = "page-furniture.tsv";
    private static final String RULE = "-—–―−·•|_=*~";
    private static final int MOST_DIGITS = 4;
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("[" + RULE + "]*(第?\\d{1,4}页?([/,、]?共?\\d{1,4}页?)?|第[一二三四五六七八九十百]+页)?[" + RULE + "]*");
    /** Longer lines are prose; and what is matched stays short however hostile a line is. */
    private static final int LONGEST = 80;

    private static final String OPENED = "[\\[(【<]*+";
    private static final String PARTED = "[\\])】>|/:]*+";

    private final Pattern aroundArticles;
    private final Pattern ofNoWeight;

    private FurnitureLines(Map<Kind, Set<String>> words) {
        this.aroundArticles = lines(words, Set.of(Kind.LABEL), Set.of(Kind.BUTTON));
        this.ofNoWeight = lines(words, Set.of(Kind.LABEL, Kind.CAPTION), Set.of(Kind.BUTTON, Kind.SIZE));
    }

    private static Pattern lines(Map<Kind, Set<String>> words, Set<Kind> labels, Set<Kind> alone) {
        // Possessive: separators between two buttons belong to the first, and are not given back.
        return Pattern.compile(String.join(
                "|",
                OPENED + anyOf(words, labels) + ":.*",
                OPENED + anyOf(words, Set.of(Kind.COUNTER)) + "(:.*|\\d*次?)",
                OPENED + anyOf(words, alone) + PARTED + "(" + OPENED + anyOf(words, Set.of(Kind.BUTTON, Kind.SIZE))
                        + PARTED + ")*+",
                OPENED + anyOf(words, Set.of(Kind.OPENING)) + ".*",
                ".*" + anyOf(words, Set.of(Kind.MARK)) + ".*"));
    }

    private static String anyOf(Map<Kind, Set<String>> words, Set<Kind> kinds) {
        return kinds.stream()
                .flatMap(kind -> words.getOrDefault(kind, Set.of()).stream())
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /**
     * Reads the list: a word, a tab and what it is, {@link Kind}.
     *
     * @throws IllegalStateException for a blank, a duplicate or a kind that does not exist
     */
    public static FurnitureLines load() {
        try (InputStream in = FurnitureLines.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException(LIST + " is missing");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FurnitureLines of(List<String> lines) {
        Set<String> kinds = Arrays.stream(Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);
        Set<String> all = new HashSet<>();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 2 || cells[0].isBlank() || !kinds.contains(cells[1]) || !all.add(line)) {
                throw new IllegalStateException(LIST + ": blank, twice or of no kind: " + line);
            }
            words.computeIfAbsent(Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)), kind -> new TreeSet<>())
                    .add(cells[0]);
        }
        return new FurnitureLines(words);
    }

    /** One width (Unicode NFKC) without white space, controls and format characters (zero-width ones). */
    public static String dense(String line) {
        String folded = Normalizer.normalize(line, Normalizer.Form.NFKC);
        StringBuilder dense = new StringBuilder(folded.length());
        folded.codePoints().filter(c -> !isInvisible(c)).forEach(dense::appendCodePoint);
        return dense.toString();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Whether a dense line is a page number, or says nothing of what the report says. */
    public boolean isOfNoWeight(String dense) {
        if (dense.length() > LONGEST) {
            return false;
        }
        char first = dense.charAt(0);
        boolean number = first == '第' || isDigit(first) || isRule(first);
        return number && PAGE_NUMBER.matcher(dense).matches()
                || ofNoWeight.matcher(dense).matches();
    }

    /** Whether a dense line of a web page is none of its article. */
    public boolean isAroundArticles(String dense) {
        return dense.length() <= LONGEST && aroundArticles.matcher(dense).matches();
    }

    /** A running head without the number of its page, at either end, and the strokes around it. */
    public static String withoutPageNumber(String dense) {
        int start = 0;
        while (start < dense.length() && isRule(dense.charAt(start))) {
            start++;
        }
        int digits = start;
        while (digits < dense.length() && isDigit(dense.charAt(digits))) {
            digits++;
        }
        boolean numbered = digits > start && digits - start <= MOST_DIGITS && digits < dense.length();
        while (numbered && digits < dense.length() && isRule(dense.charAt(digits))) {
            digits++;
        }
        return withoutNumberAtEnd(dense.substring(numbered ? digits : 0));
    }

    private static String withoutNumberAtEnd(String head) {
        int end = head.length();
        while (end > 0 && isRule(head.charAt(end - 1))) {
            end--;
        }
        int digits = end;
        while (digits > 0 && isDigit(head.charAt(digits - 1))) {
            digits--;
        }
        boolean numbered = digits < end && end - digits <= MOST_DIGITS && digits > 0;
        while (numbered && digits > 0 && isRule(head.charAt(digits - 1))) {
            digits--;
        }
        return numbered ? head.substring(0, digits) : head;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isRule(char c) {
        return RULE.indexOf(c) >= 0;
    }
}
