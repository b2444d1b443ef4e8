package dev.zhibiao.store.stream;

import dev.zhibiao.events.Problem;

/** A record that this stage gives up, with the problem that says why; the detail never quotes a report. */
final class GivenUpException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    GivenUpException(Problem problem, String detail) {
        super(detail);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
