package dev.zhibiao.store.query;

import dev.zhibiao.events.Problem;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query of a request, each parameter known and given once. */
public final class Parameters {

    /** Items of a page where none is asked for. */
    public static final int DEFAULT_LIMIT = 100;

    /** Most items of a page. */
    public static final int MAX_LIMIT = 1000;

    private static final int LONGEST = 200;

    private final UriInfo uri;

    private Parameters(UriInfo uri) {
        this.uri = uri;
    }

    /**
     * Reads the query.
     *
     * @param known names beside {@code limit} and {@code cursor}
     * @throws RefusedException {@code bad-parameter} for one that is not known, given twice or too long
     */
    public static Parameters of(UriInfo uri, Set<String> known) {
        uri.getQueryParameters().forEach((name, values) -> {
            if (!known.contains(name) && !name.equals("limit") && !name.equals("cursor")) {
                throw bad(name, "there is no such parameter; known are " + String.join(", ", sorted(known)));
            }
            if (values.size() > 1) {
                throw bad(name, "given more than once");
            }
            if (values.get(0).length() > LONGEST) {
                throw bad(name, "longer than " + LONGEST + " characters");
            }
        });
        return new Parameters(uri);
    }

    private static List<String> sorted(Set<String> known) {
        return known.stream().sorted().toList();
    }

    /** The value, {@code null} where absent or blank. */
    public @Nullable String get(String name) {
        String value = uri.getQueryParameters().getFirst(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** One of the values, {@code null} where absent. */
    public @Nullable String oneOf(String name, Set<String> values) {
        String value = get(name);
        if (value != null && !values.contains(value)) {
            throw bad(name, "must be one of " + String.join(", ", sorted(values)));
        }
        return value;
    }

    /** Items of the page, 1 to {@link #MAX_LIMIT}. */
    public int limit() {
        String value = get("limit");
        if (value == null) {
            return DEFAULT_LIMIT;
        }
        if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MAX_LIMIT) {
            throw bad("limit", "must be a number from 1 to " + MAX_LIMIT);
        }
        return Integer.parseInt(value);
    }

    /** The key after which the page begins, {@code null} for the first page. */
    public @Nullable String after() {
        String value = get("cursor");
        if (value == null) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw bad("cursor", "is not one that this service gave");
        }
    }

    /** The cursor of the page after a key. */
    public static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static RefusedException bad(String name, String detail) {
        return new RefusedException(Problem.BAD_PARAMETER, name + ": " + detail, name);
    }
}
