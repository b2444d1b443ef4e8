package dev.zhibiao.extract.stream;

import org.jspecify.annotations.Nullable;

/** Where something was thrown, without its messages: they may quote the text of a report, which no log may hold. */
final class Untold extends Exception {

    private static final long serialVersionUID = 1;
    private static final int DEEPEST = 8;

    private Untold(Throwable thrown, int depth) {
        super(thrown.getClass().getName(), cause(thrown, depth), false, true);
        setStackTrace(thrown.getStackTrace());
    }

    static @Nullable Untold of(@Nullable Throwable thrown) {
        return thrown == null ? null : new Untold(thrown, 0);
    }

    private static @Nullable Throwable cause(Throwable thrown, int depth) {
        Throwable cause = thrown.getCause();
        return cause == null || depth == DEEPEST ? null : new Untold(cause, depth + 1);
    }
}
