package dev.zhibiao.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What ingest answered to a file.
 *
 * @param reportId where it was taken
 * @param duplicate whether it had been received before
 * @param code of the problem, where it was refused
 */
record Outcome(
        Path file,
        @Nullable String reportId,
        boolean duplicate,
        @Nullable String code) {

    String name() {
        return String.valueOf(file.getFileName());
    }

    /** {@code received}, {@code duplicate} or the problem's code. */
    String status() {
        return code != null ? code : duplicate ? "duplicate" : "received";
    }
}
