package dev.zhibiao.access;

import dev.zhibiao.events.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A problem as the answer to a request, {@code application/problem+json} (RFC 9457): the one writer of such answers,
 * whether a resource refuses or nothing has been reached yet.
 *
 * @param problem what is wrong; its table gives type, title, status and code
 * @param detail what exactly is wrong
 * @param parameter the parameter or part that is wrong, where it is one
 * @param retryAfterSeconds when it may be worth asking again; heeded where the problem passes by itself
 */
public record ProblemAnswer(
        Problem problem, String detail, @Nullable String parameter, long retryAfterSeconds) {

    private static final String CONNECTION = "Connection";

    /** Seconds. */
    static final long SOON = 2;

    /** A problem of the request as a whole. */
    public ProblemAnswer(Problem problem, String detail) {
        this(problem, detail, null);
    }

    /** A problem that a parameter may have. */
    public ProblemAnswer(Problem problem, String detail, @Nullable String parameter) {
        this(problem, detail, parameter, SOON);
    }

    private boolean passes() {
        return problem.status() == Problem.OVERLOADED.status()
                || problem.status() == Problem.TOO_MANY_REQUESTS.status();
    }

    /** For a resource. */
    public Response response() {
        // Text, for a file that is refused while it is begun has no writer of bytes.
        String body = new String(problem.body(detail, parameter), StandardCharsets.UTF_8);
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(body);
        if (passes()) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
        }
        if (problem == Problem.TOO_LARGE) {
            // The rest of the body stays unread: the connection cannot be used again.
            response.header(CONNECTION, "close");
        }
        return response.build();
    }

    /** For a request that has reached no resource. */
    public void send(RoutingContext context) {
        HttpServerResponse response = context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (passes()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds));
        }
        if (hasUnreadBody(context.request())) {
            // A document that nobody will read is not worth taking off the line.
            response.putHeader(CONNECTION, "close");
        }
        response.end(Buffer.buffer(problem.body(detail, parameter)));
    }

    private static boolean hasUnreadBody(HttpServerRequest request) {
        // With neither header there is no body (RFC 9112, 6.3).
        return !request.isEnded()
                && (request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                        || request.headers().contains("Transfer-Encoding"));
    }
}
