package dev.zhibiao.ingest.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
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
    /** White space, controls, format characters (zero-width ones, byte order mark). */
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");

    private static final String RULE = "[-—–―−·•|_=*~]*";
    private static final Pattern PAGE_NUMBER =
            Pattern.compile(RULE + "(第?\\d{1,4}页?([/,、]?共?\\d{1,4}页?)?|第[一二三四五六七八九十百]+页)?" + RULE);
    private static final Pattern AT_START = Pattern.compile("^" + RULE + "\\d{1,4}" + RULE + "(?=\\P{Nd})");
    private static final Pattern AT_END = Pattern.compile("(?<=\\P{Nd})" + RULE + "\\d{1,4}" + RULE + "$");
    private static final int LONGEST_AFTER_LABEL = 60;

    private final Pattern label;
    private final Pattern buttons;

    private PageFurniture(Map<String, Set<String>> words) {
        this.label = Pattern.compile("[\\[(【]*(" + anyOf(words, "label") + "):.{0," + LONGEST_AFTER_LABEL + "}");
        this.buttons = Pattern.compile("([\\[(【|/]*(" + anyOf(words, "button") + ")[\\])】|/]*)+");
    }

    private static String anyOf(Map<String, Set<String>> words, String kind) {
        return words.getOrDefault(kind, Set.of()).stream().map(Pattern::quote).collect(Collectors.joining("|"));
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

    /** One width (Unicode NFKC) and nothing invisible. */
    static String dense(String line) {
        return INVISIBLE
                .matcher(Normalizer.normalize(line, Normalizer.Form.NFKC))
                .replaceAll("");
    }

    /** Of a dense line. */
    boolean isFurniture(String dense) {
        return PAGE_NUMBER.matcher(dense).matches()
                || label.matcher(dense).matches()
                || buttons.matcher(dense).matches();
    }

    /** A running head without the number of its page. */
    static String withoutPageNumber(String dense) {
        return AT_END.matcher(AT_START.matcher(dense).replaceFirst("")).replaceFirst("");
    }
}
