package dev.zhibiao.store.query;

import dev.zhibiao.events.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Pages of answers that can only be made whole. Who asks for the first page has it made; the pages after it come from the
 * same answer, so that they fit together and cost nothing, as long as it is kept. Where it is not (another instance, too
 * large, too long ago) it is made anew and goes on after the last key.
 *
 * @param <T> a row
 */
public final class WholeAnswers<T> {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int ID_LENGTH = 16;
    /** Between answer and key in a cursor; in no key. */
    private static final char SEPARATOR = '\u0001';

    private final Function<Parameters, List<T>> rows;
    private final Function<T, String> key;
    private final int mostRows;
    private final LongSupplier nanos;
    /** Least recently used first. */
    private final Map<String, Kept<T>> kept = new LinkedHashMap<>();

    private int size;

    /**
     * Keeps answers.
     *
     * @param rows makes an answer, sorted by key
     * @param mostRows kept of all answers together
     */
    public WholeAnswers(Function<Parameters, List<T>> rows, Function<T, String> key, int mostRows) {
        this(rows, key, mostRows, System::nanoTime);
    }

    WholeAnswers(Function<Parameters, List<T>> rows, Function<T, String> key, int mostRows, LongSupplier nanos) {
        this.rows = rows;
        this.key = key;
        this.mostRows = mostRows;
        this.nanos = nanos;
    }

    private record Kept<T>(List<T> rows, long usedAt) {}

    /** The page that a query asks for. */
    public Page<T> page(Parameters query) {
        String cursor = query.after();
        int end = cursor == null ? -1 : cursor.indexOf(SEPARATOR);
        String id = cursor == null || end < 0 ? null : cursor.substring(0, end);
        String after = cursor == null ? null : cursor.substring(end + 1);
        List<T> all = id == null ? null : find(query.question() + id);
        if (all == null) {
            all = List.copyOf(rows.apply(query));
            id = null;
        }
        List<T> rest = all.stream()
                .filter(row -> after == null || key.apply(row).compareTo(after) > 0)
                .limit(query.limit() + 1L)
                .toList();
        if (rest.size() <= query.limit()) {
            return new Page<>(rest, null);
        }
        String answer = id == null ? keep(query.question(), all) : id;
        return Page.cut(rest, query.limit(), row -> answer + SEPARATOR + key.apply(row), row -> row);
    }

    private synchronized @Nullable List<T> find(String name) {
        forget(0);
        Kept<T> found = kept.remove(name);
        if (found == null) {
            return null;
        }
        kept.put(name, new Kept<>(found.rows(), nanos.getAsLong()));
        return found.rows();
    }

    /** Named by what it says: the same answer has the same cursors, and with them the same entity tag. */
    private String keep(String question, List<T> answer) {
        StringBuilder said = new StringBuilder();
        answer.forEach(row -> said.append(row).append('\n'));
        String id = Sha256.hex(said.toString().getBytes(StandardCharsets.UTF_8)).substring(0, ID_LENGTH);
        if (answer.size() <= mostRows) {
            put(question + id, answer);
        }
        return id;
    }

    private synchronized void put(String name, List<T> answer) {
        Kept<T> before = kept.remove(name);
        size -= before == null ? 0 : before.rows().size();
        forget(answer.size());
        kept.put(name, new Kept<>(answer, nanos.getAsLong()));
        size += answer.size();
    }

    /** Forgets what is old, and as many of the others as there must be room for. */
    private void forget(int wanted) {
        long now = nanos.getAsLong();
        Iterator<Kept<T>> oldest = kept.values().iterator();
        while (oldest.hasNext()) {
            Kept<T> one = oldest.next();
            if (size + wanted <= mostRows && now - one.usedAt() < KEPT.toNanos()) {
                return;
            }
            oldest.remove();
            size -= one.rows().size();
        }
    }
}
