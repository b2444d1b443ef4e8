package dev.zhibiao.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.UUID;

/**
 * How far a replay has come, in a file, so that the same command goes on there after an interruption. Reports are
 * replayed in the order of their ids, and so the last one says it all.
 */
final class ReplayJournal {

    private static final String KEY = "replay";
    private static final String RUN = "run";
    private static final String LAST = "last";
    private static final String TAKEN = "taken";

    private final Path file;
    private final Properties state;

    private ReplayJournal(Path file, Properties state) {
        this.file = file;
        this.state = state;
    }

    /**
     * Opens it.
     *
     * @param key what is replayed: a journal of something else is begun anew
     * @param restart whether one of the same is, too
     */
    static ReplayJournal open(Path file, String key, boolean restart) {
        Properties state = new Properties();
        try {
            if (Files.exists(file) && !restart) {
                try (Reader in = Files.newBufferedReader(file)) {
                    state.load(in);
                }
            }
            if (!key.equals(state.getProperty(KEY))) {
                state.clear();
                state.setProperty(KEY, key);
                state.setProperty(RUN, UUID.randomUUID().toString());
                state.setProperty(LAST, "");
                state.setProperty(TAKEN, "0");
            }
            return new ReplayJournal(file, state);
        } catch (IOException e) {
            throw new CannotRunException(e, "data.unusable", file, Reason.of(e));
        }
    }

    /** Name of the run at the store. */
    String run() {
        return state.getProperty(RUN);
    }

    /** How many reports the store has taken. */
    int taken() {
        return Integer.parseInt(state.getProperty(TAKEN));
    }

    /** Whether a report was replayed before the interruption. */
    boolean done(String id) {
        return id.compareTo(state.getProperty(LAST)) <= 0;
    }

    /** After the store has answered: killed before, the report is replayed again, which changes nothing. */
    void note(String id, boolean taken) {
        state.setProperty(LAST, id);
        state.setProperty(TAKEN, Integer.toString(taken() + (taken ? 1 : 0)));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            try (Writer out = Files.newBufferedWriter(next)) {
                state.store(out, null);
            }
            // Whole or not at all.
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CannotRunException(e, "data.unusable", file, Reason.of(e));
        }
    }

    /** All is done: the same command is a new replay. */
    void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CannotRunException(e, "data.unusable", file, Reason.of(e));
        }
    }
}
