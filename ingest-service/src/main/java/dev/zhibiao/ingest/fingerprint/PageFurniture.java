package dev.zhibiao.ingest.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lines around a report that are none of its words, by a word list and by what page numbers look like. */
final class PageFurniture {

    private static final String LIST = "page-furniture.tsv";
    private static final String RULE = "-—–―−·•|_=*~";
    private static final int MOST_DIGITS = 4;
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("[" + RULE + "]*(第?\\d{1,4}页?([/,、]?共?\\d{1,4}页?)?|第[一二三四五六七八九十百]+页)?[" + RULE + "]*");
    /** Longer lines are prose; and what is matched stays short however hostile a line is. */
    private static final int LONGEST = 80;

    private final Pattern label;
    private final Pattern buttons;

    private PageFurniture(Map<String, Set<String>> words) {
        this.label = Pattern.compile("[\\[(【]*(" + anyOf(words, "label") + "):.*");
        // Possessive: separators between two buttons belong to the first, and are not given back.
        this.buttons = Pattern.compile("([\\[(【]*+(" + anyOf(words, "button") + ")[\\])】|/:]*+)++");
    }

    private static String anyOf(Map<String, Set<String>> words, String kind) {
        return words.getOrDefault(kind, Set.of()).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /**
     * Reads the list: a word, a tab, {@code label} (before a colon) or {@code button} (alone or beside others).
     *
     * @throws IllegalStateException for a blank, a duplicate or a kind that does not exist
     */
    static PageFurniture load() {
        try (InputStream in = PageFurniture.class.getResourceAsStream(LIST)) {
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

    static PageFurniture of(List<String> lines) {
        Map<String, Set<String>> words = new TreeMap<>();
        Set<String> all = new HashSet<>();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 2
                    || cells[0].isBlank()
                    || !Set.of("label", "button").contains(cells[1])
                    || !all.add(line)) {
                throw new IllegalStateException(LIST + ": blank, twice or of no kind: " + line);
            }
            words.computeIfAbsent(cells[1], kind -> new TreeSet<>()).add(cells[0]);
        }
        return new PageFurniture(words);
    }

    /** One width (Unicode NFKC) without white space, controls and format characters (zero-width ones). */
    static String dense(String line) {
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

    /** Of a dense line. */
    boolean isFurniture(String dense) {
        if (dense.length() > LONGEST) {
            return false;
        }
        char first = dense.charAt(0);
        boolean number = first == '第' || isDigit(first) || isRule(first);
        return number && PAGE_NUMBER.matcher(dense).matches()
                || dense.indexOf(':') > 0 && label.matcher(dense).matches()
                || buttons.matcher(dense).matches();
    }

    /** A running head without the number of its page, at either end, and the strokes around it. */
    static String withoutPageNumber(String dense) {
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
