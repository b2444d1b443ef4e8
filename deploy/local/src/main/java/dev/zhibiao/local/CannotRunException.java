package dev.zhibiao.local;

import java.io.Serial;

/** Something about this machine or the command stands in the way; the message is the one line a person needs. */
final class CannotRunException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** A message of the bundle in the user's language. */
    CannotRunException(String key, Object... arguments) {
        super(Messages.of(key, arguments));
    }

    CannotRunException(Throwable cause, String key, Object... arguments) {
        super(Messages.of(key, arguments), cause);
    }
}
