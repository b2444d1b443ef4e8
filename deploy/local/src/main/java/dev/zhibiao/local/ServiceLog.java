package dev.zhibiao.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds in a service's log why it ended. */
final class ServiceLog {

    private static final int TAIL_BYTES = 64 << 10;
    private static final int LONGEST_CAUSE = 300;

    private ServiceLog() {}

    /** The last cause, else the last error, else the last line. */
    static String causeIn(Path log) {
        List<String> lines = tail(log);
        String cause = last(lines, "Caused by: ");
        if (cause.isEmpty()) {
            cause = last(lines, " ERROR ");
        }
        if (cause.isEmpty()) {
            cause = last(lines, "");
        }
        return cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE) + "…";
    }

    private static String last(List<String> lines, String marker) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i);
            int at = line.indexOf(marker);
            if (at >= 0 && !line.isBlank()) {
                return line.substring(at + marker.length()).strip();
            }
        }
        return "";
    }

    private static List<String> tail(Path log) {
        try {
            byte[] bytes = Files.readAllBytes(log);
            int start = Math.max(0, bytes.length - TAIL_BYTES);
            String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
            return text.lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
