package dev.zhibiao.local;

import java.nio.file.AccessDeniedException;
import org.jspecify.annotations.Nullable;

/** The reason of a failure as part of one line. */
final class Reason {

    private Reason() {}

    static String of(Throwable failure) {
        Throwable deepest = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            deepest = cause;
        }
        if (deepest instanceof AccessDeniedException denied) {
            // Its message is the path alone.
            return Messages.of("reason.denied", String.valueOf(denied.getFile()));
        }
        return oneLine(deepest.getMessage(), deepest.getClass().getSimpleName());
    }

    private static String oneLine(@Nullable String message, String otherwise) {
        return message == null || message.isBlank()
                ? otherwise
                : message.strip().replaceAll("\\s+", " ");
    }
}
