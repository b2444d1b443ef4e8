package dev.zhibiao.events;

/** Everything that can be wrong, with its stable code: one table for HTTP answers and for {@code reports.failed}. */
public enum Problem {
    EMPTY("empty", 422, "The document is empty"),
    TOO_LARGE("too-large", 413, "The document is too large"),
    UNSUPPORTED_TYPE("unsupported-type", 415, "Documents of this type are not read"),
    UNREADABLE("unreadable", 422, "The document cannot be read"),
    ENCRYPTED("encrypted", 422, "The document is encrypted"),
    NO_TEXT("no-text", 422, "The document has no text layer"),
    NOT_CHINESE("not-chinese", 422, "The text has no word of Chinese"),
    LIMIT_EXCEEDED("limit-exceeded", 422, "The document exceeds a limit"),
    OVERLOADED("overloaded", 503, "Too many documents are in flight"),
    BROKER_UNAVAILABLE("broker-unavailable", 503, "The message broker does not answer"),
    STORE_UNAVAILABLE("store-unavailable", 503, "The database does not answer"),
    UNAUTHORIZED("unauthorized", 401, "Who are you?"),
    FORBIDDEN("forbidden", 403, "Your role does not allow this"),
    BAD_PARAMETER("bad-parameter", 400, "A parameter is not valid"),
    NOT_FOUND("not-found", 404, "There is no such resource"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The resource cannot be asked for that"),
    NOT_ACCEPTABLE("not-acceptable", 406, "There is no answer in a format that is accepted"),
    WITHDRAWN("withdrawn", 410, "It was withdrawn"),
    MALFORMED_EVENT("malformed-event", 422, "The event does not follow its schema"),
    OFFSET_MISMATCH("offset-mismatch", 422, "A quoted text is not the text between its offsets"),
    INTERNAL("internal", 500, "Something went wrong on our side");

    private final String code;
    private final int status;
    private final String title;

    Problem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /** Stable, for programs. */
    public String code() {
        return code;
    }

    /** HTTP status (RFC 9110). */
    public int status() {
        return status;
    }

    /** For people; may change. */
    public String title() {
        return title;
    }
}
