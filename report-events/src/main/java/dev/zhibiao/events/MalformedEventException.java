package dev.zhibiao.events;

import org.jspecify.annotations.Nullable;

/** A record's value or attributes do not follow the event's schema. */
public final class MalformedEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
