package dev.zhibiao.ingest.fingerprint;

import dev.zhibiao.events.Sha256;
import dev.zhibiao.ingest.furniture.FurnitureLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What two texts have in common that differ only in white space, line breaks, full and half width, page numbers,
 * running heads and what a web page prints around an article (来源, 打印, 上一篇). Such texts are manifestations of one
 * report; one other character of the prose makes another fingerprint.
 *
 * <p>The version in front changes with every change of the rules or of the word list: fingerprints of different
 * versions are never equal, so nothing is linked by two kinds of likeness.
 */
public final class Fingerprint {

    private static final String VERSION = "2-";
    private static final int HEX_DIGITS = 32;
    private static final Pattern LINE_END = Pattern.compile("[\\r\\n\\f\\x0B\\x85\\u2028\\u2029]+");
    /** As often as a line must come to be a running head: a page or two would prove nothing. */
    private static final int RUNNING = 3;

    private static final int LONGEST_RUNNING_HEAD = 40;
    private static final FurnitureLines FURNITURE = FurnitureLines.load();

    private Fingerprint() {}

    /** {@code 2-} and 32 hexadecimal digits; {@code null} where nothing but furniture is there. */
    public static @Nullable String of(String text) {
        List<String> lines = new ArrayList<>();
        Map<String, Integer> heads = new HashMap<>();
        for (String line : LINE_END.split(text)) {
            String dense = FurnitureLines.dense(line);
            if (dense.isEmpty() || FURNITURE.isOfNoWeight(dense)) {
                continue;
            }
            lines.add(dense);
            if (dense.length() <= LONGEST_RUNNING_HEAD) {
                heads.merge(FurnitureLines.withoutPageNumber(dense), 1, Integer::sum);
            }
        }
        String rest = prose(lines, heads);
        return rest.isEmpty() ? null : VERSION + Sha256.hex(rest).substring(0, HEX_DIGITS);
    }

    /** The first of a running head is kept: it may be the title. */
    private static String prose(List<String> lines, Map<String, Integer> heads) {
        Set<String> seen = new HashSet<>();
        StringBuilder rest = new StringBuilder();
        for (String line : lines) {
            String head = line.length() <= LONGEST_RUNNING_HEAD ? FurnitureLines.withoutPageNumber(line) : "";
            if (head.isEmpty() || heads.getOrDefault(head, 0) < RUNNING) {
                rest.append(line);
            } else if (seen.add(head)) {
                rest.append(head);
            }
        }
        return rest.toString();
    }
}
