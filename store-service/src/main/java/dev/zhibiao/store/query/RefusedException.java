package dev.zhibiao.store.query;

import dev.zhibiao.events.Problem;
import org.jspecify.annotations.Nullable;

/** A request that gets a problem for an answer. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final @Nullable String parameter;

    public RefusedException(Problem problem, String detail, @Nullable String parameter) {
        super(detail);
        this.problem = problem;
        this.parameter = parameter;
    }

    /** A resource that is not there. */
    public static RefusedException notFound(String what) {
        return new RefusedException(Problem.NOT_FOUND, what + " is not known", null);
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }

    /** The parameter that is wrong, where it is one. */
    public @Nullable String parameter() {
        return parameter;
    }
}
