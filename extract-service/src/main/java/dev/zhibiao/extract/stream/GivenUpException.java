package dev.zhibiao.extract.stream;

import dev.zhibiao.events.Problem;
import org.jspecify.annotations.Nullable;

/** A record that this stage gives up, with the problem that says why. */
final class GivenUpException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final boolean retryable;
    private final int attempts;

    /**
     * @param detail what exactly was wrong, without any text of the report
     * @param retryable whether the same record may succeed later
     * @param attempts how often it was tried
     */
    GivenUpException(Problem problem, String detail, boolean retryable, int attempts, @Nullable Throwable cause) {
        super(detail, cause);
        this.problem = problem;
        this.retryable = retryable;
        this.attempts = attempts;
    }

    Problem problem() {
        return problem;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    boolean retryable() {
        return retryable;
    }

    int attempts() {
        return attempts;
    }
}
