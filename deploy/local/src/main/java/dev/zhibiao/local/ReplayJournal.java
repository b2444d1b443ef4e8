package dev.zhibiao.local;

import dev.zhibiao.events.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay has come, so that the same command goes on there after an interruption. Reports are replayed in the
 * order of their ids, and so the last one and those that were refused say it all.
 */
final class ReplayJournal implements Closeable {

    private static final int NAME_DIGITS = 16;
    private static final String RUN = "run";
    private static final String TAKEN = "taken";
    private static final String REFUSED = "refused";
    /** Refused for a reason that may be gone by then. */
    private static final String LATER = "later";

    private final Journal journal;
    private final Set<String> refused = new HashSet<>();
    private final Set<String> later = new HashSet<>();
    private String run = "";
    private String last = "";
    private int taken;

    private ReplayJournal(Journal journal) {
        this.journal = journal;
    }

    /**
     * Opens it.
     *
     * @param folder where journals are
     * @param key what is replayed: a replay of something else has another journal
     * @param restart whether to begin anew
     */
    static ReplayJournal open(Path folder, String key, boolean restart) {
        Path path = folder.resolve(Sha256.hex(key).substring(0, NAME_DIGITS) + ".log");
        ReplayJournal opened = new ReplayJournal(Journal.open(path, "replay.running"));
        if (restart) {
            opened.journal.clear();
        }
        opened.journal.lines().forEach(line -> {
            String[] words = line.split(" ", 2);
            opened.take(words[0], words.length == 2 ? words[1] : "");
        });
        if (opened.run.isEmpty()) {
            opened.run = UUID.randomUUID().toString();
        }
        return opened;
    }

    private void take(String what, String id) {
        if (what.equals(RUN)) {
            run = id;
            return;
        }
        last = id.compareTo(last) > 0 ? id : last;
        refused.remove(id);
        later.remove(id);
        switch (what) {
            case TAKEN -> taken++;
            case LATER -> later.add(id);
            default -> refused.add(id);
        }
    }

    /** Name of the run at the store. */
    String run() {
        return run;
    }

    /** How many reports the store has taken. */
    int taken() {
        return taken;
    }

    /** Whether the store has taken a report before the interruption; one that it refused is asked for again. */
    boolean done(String id) {
        return id.compareTo(last) <= 0 && !refused.contains(id) && !later.contains(id);
    }

    /** Whether there are reports worth another try: then the journal is to be kept. */
    boolean unsettled() {
        return !later.isEmpty();
    }

    /** After the store has answered: killed before, the report is replayed again, which changes nothing. */
    void note(String id, @Nullable Refusal refusal) {
        if (last.isEmpty()) {
            journal.add(RUN + " " + run);
        }
        String what = refusal == null ? TAKEN : refusal.settled() ? REFUSED : LATER;
        journal.add(what + " " + id);
        take(what, id);
    }

    /** All is done: the same command is a new replay. */
    void finish() {
        journal.clear();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
