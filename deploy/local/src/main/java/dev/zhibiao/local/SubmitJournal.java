package dev.zhibiao.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zhibiao.events.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was answered so far, a line a file, so that a submission that was interrupted goes on where it was. A line is
 * written after the answer: what a kill takes away is sent again, and is a duplicate then. A file that has changed since
 * is another file.
 */
final class SubmitJournal implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NAME_DIGITS = 16;

    private record Version(long size, long modifiedMillis) {}

    private final Journal journal;
    private final Map<Path, Version> versions = new LinkedHashMap<>();
    private final Map<Path, Outcome> answered = new LinkedHashMap<>();

    private SubmitJournal(Journal journal) {
        this.journal = journal;
    }

    /**
     * Opens the journal of this submission.
     *
     * @param folder where journals are
     * @param submission what makes it this one: the address and the paths
     */
    static SubmitJournal open(Path folder, String submission) {
        Path path = folder.resolve(Sha256.hex(submission).substring(0, NAME_DIGITS) + ".jsonl");
        SubmitJournal opened = new SubmitJournal(Journal.open(path, "submit.running"));
        opened.journal.lines().forEach(opened::take);
        return opened;
    }

    private void take(String line) {
        try {
            JsonNode entry = JSON.readTree(line);
            Path file = Path.of(entry.path("path").asText());
            versions.put(
                    file,
                    new Version(
                            entry.path("size").asLong(),
                            entry.path("modifiedMillis").asLong()));
            answered.put(file, SubmitReport.outcome(file, entry));
        } catch (JsonProcessingException e) {
            // A line that says nothing is a file that will be sent again.
        }
    }

    Path path() {
        return journal.path();
    }

    /** What was answered by earlier runs, to files that are as they were. */
    List<Outcome> answered() {
        return answered.values().stream()
                .filter(outcome -> isAnswered(outcome.file()))
                .toList();
    }

    boolean isAnswered(Path file) {
        Version then = versions.get(file.toAbsolutePath().normalize());
        return then != null && then.equals(version(file));
    }

    private static Version version(Path file) {
        try {
            return new Version(Files.size(file), Files.getLastModifiedTime(file).toMillis());
        } catch (IOException e) {
            return new Version(-1, -1);
        }
    }

    /** Remembers an answer that would be the same again; others are worth another try. */
    void add(Outcome outcome) {
        if (!outcome.settled()) {
            return;
        }
        Version version = version(outcome.file());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("path", outcome.file().toAbsolutePath().normalize().toString());
        entry.put("size", version.size());
        entry.put("modifiedMillis", version.modifiedMillis());
        entry.putAll(SubmitReport.entry(outcome));
        try {
            journal.add(JSON.writeValueAsString(entry));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of plain values", e);
        }
    }

    /** Forgets everything: the submission is over. */
    void delete() {
        journal.clear();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
