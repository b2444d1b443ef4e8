package dev.zhibiao.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param reportId where it was taken
 * @param duplicate whether it had been received before
 * @param code of the problem, where it was refused; {@link #UNREADABLE} where it could not be read here
 * @param detail of the problem
 * @param httpStatus of the last answer, 0 where none was asked for
 * @param attempts how often it was sent
 */
record Outcome(
        Path file,
        @Nullable String reportId,
        boolean duplicate,
        @Nullable String code,
        @Nullable String detail,
        int httpStatus,
        int attempts) {

    /** The code of a file that cannot be read on this machine. */
    static final String UNREADABLE = "file-unreadable";

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    static Outcome unreadable(Path file, String detail) {
        return new Outcome(file, null, false, UNREADABLE, detail, 0, 0);
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    /** {@code received}, {@code duplicate} or the problem's code. */
    String status() {
        return code != null ? code : duplicate ? "duplicate" : "received";
    }

    /** Whether the same file would get the same answer again. */
    boolean settled() {
        return code == null || settled(httpStatus);
    }

    /** Whether a refusal of this status would be the same again. */
    static boolean settled(int httpStatus) {
        return httpStatus >= 400
                && httpStatus < 500
                && httpStatus != REQUEST_TIMEOUT
                && httpStatus != TOO_MANY_REQUESTS;
    }
}
