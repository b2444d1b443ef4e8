package dev.zhibiao.extract.grammar.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A word list laid out for finding the word that begins at a place: one look at the character there leaves a handful of
 * words to compare, however long the list is.
 *
 * @param <K> what a word's kind is read as
 */
public final class Words<K> {

    private static final int BUCKETS = 256;

    private final List<List<Word<K>>> byFirst = new ArrayList<>();
    private final List<List<Word<K>>> byLast = new ArrayList<>();

    private Words() {
        for (int i = 0; i < BUCKETS; i++) {
            byFirst.add(new ArrayList<>());
            byLast.add(new ArrayList<>());
        }
    }

    /**
     * One word of a list.
     *
     * @param text the word
     * @param kind what the list says of it
     */
    public record Word<K>(String text, K kind) {}

    /**
     * Reads a list as {@link WordList} does.
     *
     * @param name file name of the resource
     * @param kind reads the second cell of a line
     * @throws RuntimeException what {@code kind} throws for a cell that it does not know
     */
    public static <K> Words<K> load(String name, Function<String, K> kind) {
        return of(WordList.load(name), kind);
    }

    /** Lays out words that come longest first, as {@link WordList} gives them. */
    static <K> Words<K> of(Map<String, String> longestFirst, Function<String, K> kind) {
        Words<K> words = new Words<>();
        longestFirst.forEach((text, cell) -> {
            Word<K> word = new Word<>(text, kind.apply(cell));
            words.byFirst.get(text.charAt(0) % BUCKETS).add(word);
            words.byLast.get(text.charAt(text.length() - 1) % BUCKETS).add(word);
        });
        return words;
    }

    /** The longest word that begins at a place, or null; null at the end of the text too. */
    public @Nullable Word<K> at(String text, int at) {
        for (Word<K> word : beginningLike(text, at)) {
            if (text.startsWith(word.text(), at)) {
                return word;
            }
        }
        return null;
    }

    /** The words that can begin at a place, the longest first, and some others; none at the end of the text. */
    public List<Word<K>> beginningLike(String text, int at) {
        return at >= text.length() ? List.of() : byFirst.get(text.charAt(at) % BUCKETS);
    }

    /** The words that can end before a place, the longest first, and some others; none at the text's beginning. */
    public List<Word<K>> endingLike(String text, int end) {
        return end == 0 ? List.of() : byLast.get(text.charAt(end - 1) % BUCKETS);
    }
}
