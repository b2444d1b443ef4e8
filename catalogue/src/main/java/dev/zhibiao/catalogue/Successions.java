package dev.zhibiao.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which area goes on as which, as far as the lists say so themselves. Splits and mergers are not in them: an area without
 * a succession has an unknown successor, not none.
 */
public final class Successions {

    private static final String RESOURCE = "successions.tsv";

    private final Map<String, List<Succession>> byCode = new HashMap<>();
    private final Map<String, List<Succession>> byAfter = new HashMap<>();

    private Successions() {}

    /**
     * Loads the table.
     *
     * @throws IllegalStateException where a line is malformed, or one area goes on as two in one year
     */
    public static Successions load() {
        try (InputStream bytes = Successions.class.getResourceAsStream(RESOURCE)) {
            if (bytes == null) {
                throw new IllegalStateException("no " + RESOURCE);
            }
            return read(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Successions read(BufferedReader lines) throws IOException {
        Successions successions = new Successions();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.startsWith("#")) {
                successions.add(line);
            }
        }
        successions.byCode.values().forEach(s -> s.sort((a, b) -> Integer.compare(a.year(), b.year())));
        return successions;
    }

    private void add(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 4
                || !cells[0].matches("\\d{6}")
                || !cells[1].matches("\\d{6}")
                || !cells[2].matches("\\d{4}")
                || !cells[3].matches("recoded|renamed|converted")) {
            throw new IllegalStateException("no succession: " + line);
        }
        Succession.Kind kind = Succession.Kind.valueOf(cells[3].toUpperCase(Locale.ROOT));
        Succession succession = new Succession(cells[0], cells[1], Integer.parseInt(cells[2]), kind);
        List<Succession> known = byCode.computeIfAbsent(succession.before(), code -> new ArrayList<>());
        if (known.stream().anyMatch(s -> s.year() == succession.year())) {
            throw new IllegalStateException("a second time: " + line);
        }
        known.add(succession);
        byAfter.computeIfAbsent(succession.after(), code -> new ArrayList<>()).add(succession);
    }

    /** How the area of a code went on, in the order of the years; empty where nothing is known. */
    public List<Succession> of(String code) {
        return Collections.unmodifiableList(byCode.getOrDefault(code, List.of()));
    }

    /**
     * The code under which an area went on, step by step, to the last that is known; the code itself where none is.
     *
     * @param code its code
     * @param year a year in which it bore the code
     */
    public String newestCode(String code, int year) {
        String now = code;
        int since = year;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Succession next : of(now)) {
                if (next.year() > since) {
                    now = next.after();
                    since = next.year();
                    moved = true;
                    break;
                }
            }
        }
        return now;
    }

    /** All codes that an area was and will be known by, as far as the lists say so: its own, those before and those after. */
    public Set<String> lineage(String code) {
        Set<String> codes = new LinkedHashSet<>(earlier(code));
        after(code, Integer.MIN_VALUE, codes);
        return codes;
    }

    /** The code and all those that went on as it; not what it went on as. */
    public Set<String> earlier(String code) {
        Set<String> codes = new LinkedHashSet<>(Set.of(code));
        before(code, Integer.MAX_VALUE, codes);
        return codes;
    }

    // Step by step in the order of time, either way: a code may have been given to another area in between.
    private void after(String code, int since, Set<String> codes) {
        for (Succession next : of(code)) {
            if (next.year() > since && codes.add(next.after())) {
                after(next.after(), next.year(), codes);
            }
        }
    }

    private void before(String code, int until, Set<String> codes) {
        for (Succession earlier : byAfter.getOrDefault(code, List.of())) {
            if (earlier.year() < until && codes.add(earlier.before())) {
                before(earlier.before(), earlier.year(), codes);
            }
        }
    }
}
