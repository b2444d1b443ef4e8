package dev.zhibiao.extract.grammar.text;

/** Turns Java indexes into the code point offsets that the outside counts in. */
public final class CodePoints {

    private final int @org.jspecify.annotations.Nullable [] before;

    public CodePoints(String source) {
        if (source.chars().noneMatch(c -> Character.isHighSurrogate((char) c))) {
            before = null;
            return;
        }
        int[] counts = new int[source.length() + 1];
        int seen = 0;
        for (int i = 0; i < source.length(); i++) {
            counts[i] = seen;
            boolean opensPair = Character.isHighSurrogate(source.charAt(i))
                    && i + 1 < source.length()
                    && Character.isLowSurrogate(source.charAt(i + 1));
            seen += opensPair ? 0 : 1;
        }
        counts[source.length()] = seen;
        before = counts;
    }

    /** How many code points stand before the given Java index. */
    public int offset(int index) {
        return before == null ? index : before[index];
    }
}
