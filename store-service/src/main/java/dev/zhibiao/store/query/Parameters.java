package dev.zhibiao.store.query;

import dev.zhibiao.events.Problem;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The query of a request, each parameter of which {@link QueryCheck} has found to be as described. */
public final class Parameters {

    /** Items of a page where none is asked for. */
    private static final int DEFAULT_LIMIT = 100;

    private static final String LARGEST_PAGE = "1000";

    private final MultivaluedMap<String, String> query;

    Parameters(MultivaluedMap<String, String> query) {
        this.query = query;
    }

    /** Reads the query. */
    public static Parameters of(UriInfo uri) {
        return new Parameters(uri.getQueryParameters());
    }

    /**
     * The same, for a file, which has the whole answer.
     *
     * @throws RefusedException {@code bad-parameter} where a page of it was asked for
     */
    public Parameters whole() {
        for (String name : List.of("limit", "cursor")) {
            if (get(name) != null) {
                throw bad(name, "only JSON comes in pages, a file has the whole answer");
            }
        }
        return this;
    }

    /**
     * All items of a list that otherwise comes in pages.
     *
     * @param page answers a query with a page
     */
    public <T> Consumer<Consumer<T>> each(Function<Parameters, Page<T>> page) {
        whole();
        // What is wrong with the query is said now and not in the middle of a file.
        Page<T> first = page.apply(after(null));
        return items -> {
            Page<T> found = first;
            found.items().forEach(items);
            for (String next = found.next(); next != null; next = found.next()) {
                found = page.apply(after(next));
                found.items().forEach(items);
            }
        };
    }

    private Parameters after(@Nullable String cursor) {
        MultivaluedMap<String, String> next = new MultivaluedHashMap<>();
        next.putAll(query);
        next.putSingle("limit", LARGEST_PAGE);
        if (cursor != null) {
            next.putSingle("cursor", cursor);
        }
        return new Parameters(next);
    }

    /** What is asked, without which part of the answer is wanted: equal for the pages of one list. */
    String question() {
        SortedMap<String, List<String>> asked = new TreeMap<>(query);
        asked.keySet().removeAll(Set.of("limit", "cursor"));
        return asked.toString();
    }

    /** The value, {@code null} where absent or blank. */
    public @Nullable String get(String name) {
        String value = query.getFirst(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /**
     * The value of a parameter that must be given.
     *
     * @throws RefusedException {@code bad-parameter} where it is not
     */
    public String required(String name) {
        String value = get(name);
        if (value == null) {
            throw bad(name, "must be given");
        }
        return value;
    }

    /** All values of a parameter that may be repeated or a list with commas; empty where absent. */
    public List<String> all(String name) {
        return query.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Stream.of(value.split("[,，]")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** A boolean. */
    public boolean is(String name, boolean otherwise) {
        String value = get(name);
        return value == null ? otherwise : Boolean.parseBoolean(value);
    }

    /** A number, {@code null} where absent. */
    public @Nullable Integer number(String name) {
        String value = get(name);
        return value == null ? null : Integer.valueOf(value);
    }

    /** First and last year, either {@code null} where absent. */
    public record Years(@Nullable Integer from, @Nullable Integer to) {}

    /**
     * The years {@code from} and {@code to}.
     *
     * @throws RefusedException {@code bad-parameter} where the first is after the last
     */
    public Years years() {
        Integer from = number("from");
        Integer to = number("to");
        if (from != null && to != null && from > to) {
            throw bad("from", "is after to");
        }
        return new Years(from, to);
    }

    /** Items of the page. */
    public int limit() {
        Integer limit = number("limit");
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    /**
     * The key after which the page begins, {@code null} for the first page.
     *
     * @throws RefusedException {@code bad-parameter} where the cursor is none that {@link #cursor} made
     */
    public @Nullable String after() {
        String value = get("cursor");
        if (value == null) {
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(value));
            if (bytes.remaining() > Integer.BYTES) {
                int check = bytes.getInt();
                byte[] key = new byte[bytes.remaining()];
                bytes.get(key);
                if (check(key) == check) {
                    return new String(key, StandardCharsets.UTF_8);
                }
            }
        } catch (IllegalArgumentException e) {
            // Refused like one that does not check.
        }
        throw bad("cursor", "is not one that this service gave");
    }

    /** The cursor of the page after a key. */
    public static String cursor(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(Integer.BYTES + bytes.length)
                        .putInt(check(bytes))
                        .put(bytes)
                        .array());
    }

    private static int check(byte[] key) {
        CRC32 crc = new CRC32();
        crc.update(key);
        return (int) crc.getValue();
    }

    /** What to throw for a value that is well-formed and wrong all the same. */
    public static RefusedException bad(String name, String detail) {
        return new RefusedException(Problem.BAD_PARAMETER, name + ": " + detail, name);
    }
}
