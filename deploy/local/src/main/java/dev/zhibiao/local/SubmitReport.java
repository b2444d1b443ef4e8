package dev.zhibiao.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outcomes for programs: JSON lines, one a file, in the order of the answers. */
final class SubmitReport implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable Path path;
    private final @Nullable BufferedWriter out;

    private SubmitReport(@Nullable Path path, @Nullable BufferedWriter out) {
        this.path = path;
        this.out = out;
    }

    /**
     * Begins it anew.
     *
     * @param path where it goes, {@code null} for nowhere
     */
    static SubmitReport to(@Nullable Path path) {
        try {
            return new SubmitReport(path, path == null ? null : Files.newBufferedWriter(path));
        } catch (IOException e) {
            throw new CannotRunException(e, "report.unusable", String.valueOf(path), Reason.of(e));
        }
    }

    void add(Outcome outcome) {
        if (out == null) {
            return;
        }
        try {
            out.write(JSON.writeValueAsString(entry(outcome)));
            out.newLine();
            out.flush();
        } catch (IOException e) {
            throw new CannotRunException(e, "report.unusable", String.valueOf(path), Reason.of(e));
        }
    }

    /** Absent where there is nothing to say. */
    static Map<String, Object> entry(Outcome outcome) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", outcome.file().toString());
        entry.put("status", outcome.code() == null ? outcome.status() : "refused");
        putIfSaid(entry, "reportId", outcome.reportId());
        putIfSaid(entry, "code", outcome.code());
        putIfSaid(entry, "detail", outcome.detail());
        entry.put("httpStatus", outcome.httpStatus());
        entry.put("attempts", outcome.attempts());
        return entry;
    }

    private static void putIfSaid(Map<String, Object> entry, String name, @Nullable String value) {
        if (value != null) {
            entry.put(name, value);
        }
    }

    /** Reads {@link #entry} back. */
    static Outcome outcome(Path file, JsonNode entry) {
        return new Outcome(
                Path.of(entry.path("file").asText(file.toString())),
                entry.path("reportId").asText(null),
                entry.path("status").asText().equals("duplicate"),
                entry.path("code").asText(null),
                entry.path("detail").asText(null),
                entry.path("httpStatus").asInt(),
                entry.path("attempts").asInt());
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
