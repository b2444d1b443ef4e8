package dev.zhibiao.extract.grammar.text;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Folds characters one by one and drops those that carry nothing, remembering where each came from. */
final class Folding {

    private static final String FROM = ",;:!?()％．﹪∶～﹣－–‐―─﹐﹔﹕（）";
    private static final String TO = "，；：！？（）%.%：~-----—，；：（）";

    /** The blank of a Chinese character's width; Unicode has none behind it. */
    private static final char LAST_BLANK = '\u3000';

    private static final int LONGEST_HEADING = 60;

    private static final String HANZI = "0一二三四五六七八九";
    private static final Pattern YEAR =
            Pattern.compile("(?<![一二三四五六七八九十〇零○百千万亿点])[一二][零〇○Ｏ０一二三四五六七八九]{3}(?=年|至[一二]|到[一二]|[-—][一二])");

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private int[] origins = new int[256];
    private boolean quoted;

    Folding(String source) {
        this.source = source;
    }

    /** Adds a piece of the source. */
    void add(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = source.charAt(i);
            if (isHanzi(c)) {
                // Nearly all of a text: none of what follows concerns them.
                put(c, i);
            } else if (isBlank(c)) {
                addBlank(i, end);
            } else if (footnoteEnd(i, end) > i) {
                i = footnoteEnd(i, end);
            } else if (c == '"' || c == '＂') {
                // Straight quotation marks open and close by turns.
                put(quoted ? '”' : '“', i);
                quoted = !quoted;
            } else if (!isMarkup(c, i) && !isThousandsComma(i)) {
                put(fold(i), i);
            }
        }
    }

    boolean endsWith(char c) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == c;
    }

    Block block(int headingLevel) {
        return new Block(yearsInDigits(text.toString()), Arrays.copyOf(origins, text.length()), headingLevel);
    }

    /** 一九九八年 is 1998年, character by character, so that origins stay. */
    private static String yearsInDigits(String folded) {
        if (!mayNameAYear(folded)) {
            return folded;
        }
        return YEAR.matcher(folded).replaceAll(year -> {
            StringBuilder digits = new StringBuilder();
            for (char c : year.group().toCharArray()) {
                digits.append("零〇○Ｏ０".indexOf(c) >= 0 ? '0' : (char) ('0' + HANZI.indexOf(c)));
            }
            return digits.toString();
        });
    }

    private static boolean mayNameAYear(String folded) {
        for (int at = folded.indexOf('年'); at >= 0; at = folded.indexOf('年', at + 1)) {
            if (at >= 4 && "一二".indexOf(folded.charAt(at - 4)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private void put(char c, int origin) {
        if (text.length() == origins.length) {
            origins = Arrays.copyOf(origins, origins.length * 2);
        }
        origins[text.length()] = origin;
        text.append(c);
    }

    /** A blank is kept only where leaving it out would make two numbers one, or after what may be a heading. */
    private void addBlank(int i, int end) {
        char before = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        int next = i;
        while (next < end && isBlank(source.charAt(next))) {
            next++;
        }
        char after = next < end ? fold(next) : ' ';
        if (before == ' ' || after == ' ') {
            return;
        }
        boolean between = digit(before) && digit(after) && !groupOfThree(next, end) && !tornNumber(i, next);
        boolean wide = before >= 0x4e00 && after >= 0x4e00 && isHeadingStart();
        if (between || wide) {
            put(' ', i);
        }
    }

    /** Whether the running text opens like a heading: 一、 or （一）. */
    private boolean isHeadingStart() {
        // No further back than a heading is long: a scan with a blank after every character asks this at each.
        int from = text.length();
        while (from > 0 && text.length() - from < LONGEST_HEADING && "。！ ".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int length = text.length() - from;
        return length > 4 && length < LONGEST_HEADING && Headings.enumerated(text.substring(from));
    }

    private boolean groupOfThree(int next, int end) {
        int length = 0;
        while (next + length < end && digit(fold(next + length))) {
            length++;
        }
        int lead = 0;
        while (lead < text.length() && digit(text.charAt(text.length() - 1 - lead))) {
            lead++;
        }
        boolean decimal = lead < text.length() && text.charAt(text.length() - 1 - lead) == '.';
        return decimal ? length <= 2 : length == 3 && lead <= 3;
    }

    /**
     * Whether a blank tore a number: 增长1 6.1%, 达到9 6%. Nothing but one or two digits stands before it, and behind a word,
     * as no number does that names something (第1 2家).
     */
    private boolean tornNumber(int blank, int next) {
        if (next - blank > 1) {
            return false;
        }
        int lead = 0;
        while (lead < text.length() && digit(text.charAt(text.length() - 1 - lead))) {
            lead++;
        }
        int before = text.length() - 1 - lead;
        int end = next;
        boolean point = false;
        while (end < source.length() && (digit(fold(end)) || fold(end) == '.')) {
            point |= fold(end) == '.';
            end++;
        }
        boolean more = end + 1 < source.length() && isBlank(source.charAt(end)) && digit(fold(end + 1));
        boolean torn = lead == 1 || lead == 2 && point;
        return torn && !more && before >= 0 && text.charAt(before) >= 0x4e00 && text.charAt(before) != '第';
    }

    /** Where a footnote's mark that begins there ends, [28] or ［3］; the place itself where none does. */
    private int footnoteEnd(int i, int end) {
        char c = source.charAt(i);
        if (c != '[' && c != '［' && c != '〔') {
            return i;
        }
        int at = i + 1;
        while (at < end && digit(source.charAt(at))) {
            at++;
        }
        boolean closed = at > i + 1 && at <= i + 3 && at < end && "]］〕".indexOf(source.charAt(at)) >= 0;
        return closed ? at : i;
    }

    private boolean isThousandsComma(int i) {
        char c = source.charAt(i);
        if (c != ',' && c != '，' || i == 0 || i + 3 >= source.length() || !digit(fold(i - 1))) {
            return false;
        }
        int lead = 0;
        while (lead < text.length() && digit(text.charAt(text.length() - 1 - lead))) {
            lead++;
        }
        boolean three = digit(fold(i + 1)) && digit(fold(i + 2)) && digit(fold(i + 3));
        boolean four = i + 4 < source.length() && digit(fold(i + 4));
        // Behind the first comma the groups before have been read as one number: three digits and a comma must stand
        // here.
        boolean group = i >= 4 && source.charAt(i - 4) == c && digit(fold(i - 3)) && digit(fold(i - 2));
        return three && !four && (lead <= 3 || group);
    }

    private boolean isMarkup(char c, int i) {
        return c == '*' || c == '\uFEFF' || c == '\u200B' || c == '#' && (i == 0 || !digit(fold(i - 1)));
    }

    static boolean isBlank(char c) {
        return c <= LAST_BLANK && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** A Chinese character, which stands for itself: no digit, mark or blank. */
    private static boolean isHanzi(char c) {
        return c >= '\u4E00' && c <= '\u9FFF';
    }

    private char fold(int i) {
        char c = source.charAt(i);
        if (c >= '０' && c <= '９' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ') {
            return (char) (c - 0xFEE0);
        }
        if (c == '·' || c == '・') {
            return i > 0 && digit(source.charAt(i - 1)) && i + 1 < source.length() && digit(source.charAt(i + 1))
                    ? '.'
                    : c;
        }
        int at = FROM.indexOf(c);
        return at < 0 ? c : TO.charAt(at);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9' || c >= '０' && c <= '９';
    }
}
