package dev.zhibiao.ingest.document;

import dev.zhibiao.events.Problem;
import org.jspecify.annotations.Nullable;

/** A document or request that is not taken, with the problem that says why; the detail never quotes the document. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final @Nullable String parameter;

    public RefusedException(Problem problem, String detail) {
        this(problem, detail, null);
    }

    /**
     * Refuses because of a parameter.
     *
     * @param parameter its name
     */
    public RefusedException(Problem problem, String detail, @Nullable String parameter) {
        super(detail);
        this.problem = problem;
        this.parameter = parameter;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }

    /** What exactly is wrong. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The parameter that is wrong, where it is one. */
    public @Nullable String parameter() {
        return parameter;
    }
}
