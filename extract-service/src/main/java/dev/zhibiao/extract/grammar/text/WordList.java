package dev.zhibiao.extract.grammar.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A word list of the grammar: a TSV resource with a word and its kind on each line; lines that begin with {@code #} are
 * comments.
 */
public final class WordList {

    private static final String FOLDER = "/dev/zhibiao/extract/grammar/";

    private WordList() {}

    /**
     * Reads a list; longer words come first, so that the first match is the longest.
     *
     * @param name file name of the resource
     * @throws IllegalStateException where it is missing, or has a blank or a word twice
     */
    public static Map<String, String> load(String name) {
        try (InputStream bytes = WordList.class.getResourceAsStream(FOLDER + name)) {
            if (bytes == null) {
                throw new IllegalStateException("no word list " + name);
            }
            return read(name, new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> read(String name, BufferedReader lines) throws IOException {
        Map<String, String> words = new LinkedHashMap<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 2 || isUnclean(cells[0]) || isUnclean(cells[1])) {
                throw new IllegalStateException(name + ":" + number + " is not a word and its kind: " + line);
            }
            if (words.put(cells[0], cells[1]) != null) {
                throw new IllegalStateException(name + ":" + number + " has " + cells[0] + " a second time");
            }
        }
        Map<String, String> longestFirst = new LinkedHashMap<>();
        List<String> order = words.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        for (String word : order) {
            longestFirst.put(word, words.getOrDefault(word, ""));
        }
        return longestFirst;
    }

    private static boolean isUnclean(String cell) {
        return cell.isBlank() || !cell.equals(cell.strip());
    }
}
