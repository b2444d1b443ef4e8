package dev.zhibiao.extract.grammar.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that looks for its keys before it is tried: words or characters of which one stands in everything
 * that it matches, 目标 and 任务 of {@code [^，]{0,9}(目标|任务)}. {@link Pattern} tries every alternative at every place of a
 * text; most texts that a rule asks about have none of the keys, and one look along them says so.
 *
 * <p>The keys are read from the expression itself ({@link RegexReader}), so that nobody has to keep them beside it, and an
 * answer is always that of {@link Pattern}. One that is tied to the beginning or the end of a text is tried only there.
 */
public final class KeyedPattern {

    /** {@code $} matches before a last line end, too, which may be of two characters. */
    private static final int LINE_END = 2;

    private final Pattern pattern;
    private final @Nullable Keys keys;
    private final boolean atStart;
    private final boolean atEnd;
    private final int longest;

    private KeyedPattern(String regex) {
        this.pattern = Pattern.compile(regex);
        RegexReader.Part whole = RegexReader.read(regex);
        this.keys = whole.keys().isEmpty() ? null : new Keys(whole.keys());
        this.atStart = whole.atStart();
        this.atEnd = whole.atEnd();
        this.longest = whole.longest();
    }

    /**
     * Compiles an expression.
     *
     * @throws java.util.regex.PatternSyntaxException where {@link Pattern#compile(String)} does
     */
    public static KeyedPattern compile(String regex) {
        return new KeyedPattern(regex);
    }

    /** Whether it matches somewhere in a text, as {@link Matcher#find()} says. */
    public boolean isIn(String text) {
        return isIn(text, 0, text.length());
    }

    /** Whether it matches somewhere in a piece of a text, as if that stood alone. */
    public boolean isIn(String text, int start, int end) {
        boolean part = start > 0 || end < text.length();
        // What is tied to the end is found from there, which a matcher does in whole texts only.
        return atEnd && part
                ? mayStandIn(text, Math.max(start, end - reach()), end) && isIn(text.substring(start, end))
                : find(text, start, end) != null;
    }

    /** Whether a text begins with a match, as {@link Matcher#lookingAt()} says. */
    public boolean begins(String text) {
        return begins(text, 0);
    }

    /** Whether a match begins at a place of a text, as if what stands before did not. */
    public boolean begins(String text, int start) {
        return mayStandIn(text, start, Math.min(text.length(), start + reach()))
                && pattern.matcher(text).region(start, text.length()).lookingAt();
    }

    /** Whether it matches the whole of a text. */
    public boolean matches(String text) {
        return match(text) != null;
    }

    /** The match of the whole of a text, or null. */
    public @Nullable Matcher match(String text) {
        if (!mayStandIn(text, 0, text.length())) {
            return null;
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? matcher : null;
    }

    /** The first match in a text, or null. */
    public @Nullable Matcher find(String text) {
        return find(text, 0, text.length());
    }

    /** The first match in a piece of a text as if that stood alone, or null. */
    public @Nullable Matcher find(String text, int start, int end) {
        int from = atEnd ? Math.max(start, end - reach()) : start;
        int to = atStart ? Math.min(end, start + reach()) : end;
        if (!mayStandIn(text, from, to)) {
            return null;
        }
        Matcher matcher = pattern.matcher(text);
        boolean whole = start == 0 && end == text.length();
        if (!whole) {
            matcher.region(start, end);
        }
        if (atStart) {
            return matcher.lookingAt() ? matcher : null;
        }
        return (whole && from > 0 ? matcher.find(from) : matcher.find()) ? matcher : null;
    }

    /** The text without the first match. */
    public String withoutFirst(String text) {
        Matcher first = find(text);
        return first == null ? text : text.substring(0, first.start()) + text.substring(first.end());
    }

    /** The text without any match. */
    public String without(String text) {
        return mayStandIn(text, 0, text.length()) ? pattern.matcher(text).replaceAll("") : text;
    }

    /** A matcher that knows of no keys. */
    public Matcher matcher(String text) {
        return pattern.matcher(text);
    }

    /** How far from its end of the text a match can reach; a character may be one of two {@code char}s. */
    private int reach() {
        return longest >= RegexReader.UNBOUNDED ? RegexReader.UNBOUNDED : 2 * longest + LINE_END;
    }

    private boolean mayStandIn(String text, int from, int to) {
        return keys == null || keys.mayStandIn(text, from, to);
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
