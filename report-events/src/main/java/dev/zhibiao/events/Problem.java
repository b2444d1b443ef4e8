package dev.zhibiao.events;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    TOO_MANY_REQUESTS("too-many-requests", 429, "This client asks for too much at a time"),
    BROKER_UNAVAILABLE("broker-unavailable", 503, "The message broker does not answer"),
    STORE_UNAVAILABLE("store-unavailable", 503, "The database does not answer"),
    ISSUER_UNAVAILABLE("issuer-unavailable", 503, "The issuer of tokens does not answer"),
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

    /** The media type of {@link #body}. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://zhibiao.dev/problems/";

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

    /** The {@code type} of a problem (RFC 9457): an identifier, as stable as the code it ends with; nothing is found there. */
    public String type() {
        return TYPES + code;
    }

    /** HTTP status (RFC 9110, RFC 6585). */
    public int status() {
        return status;
    }

    /** For people; may change. */
    public String title() {
        return title;
    }

    /** What an answer with this status says where nothing of ours has decided it. */
    public static Problem ofStatus(int status) {
        return Arrays.stream(values())
                .filter(known -> known.status == status)
                .findFirst()
                .orElse(status < 500 ? BAD_PARAMETER : INTERNAL);
    }

    /**
     * The body of an HTTP answer (RFC 9457).
     *
     * @param detail what exactly is wrong
     * @param parameter the parameter or part that is wrong, where it is one
     */
    public byte[] body(String detail, @Nullable String parameter) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type());
        body.put("title", title);
        body.put("status", status);
        body.put("code", code);
        body.put("detail", detail);
        if (parameter != null) {
            body.put("parameter", parameter);
        }
        return EventJson.write(body);
    }
}
