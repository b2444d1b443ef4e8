package dev.zhibiao.ingest.upload;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import dev.zhibiao.ingest.publish.IngestConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** What can be refused before a body is read: too large, too many, or a query that is no URI. */
@ApplicationScoped
class Gate {

    private static final int BEFORE_BODIES = 1000;
    /** Boundaries and the other fields of a form. */
    static final long FORM_BYTES = 64 << 10;

    private final IngestConfig config;
    private final Semaphore places;

    Gate(IngestConfig config) {
        this.config = config;
        this.places = new Semaphore(config.maxInFlight());
    }

    void register(@Observes Filters filters) {
        filters.register(this::pass, BEFORE_BODIES);
    }

    private void pass(RoutingContext context) {
        HttpServerRequest request = context.request();
        RefusedException refused = judge(request);
        if (refused != null) {
            refuse(context, refused);
            return;
        }
        if (request.path().startsWith("/reports")) {
            if (!places.tryAcquire()) {
                refuse(
                        context,
                        new RefusedException(Problem.OVERLOADED, config.maxInFlight() + " documents are in flight"));
                return;
            }
            // Also where the connection breaks before the answer.
            context.addEndHandler(end -> places.release());
        }
        if (request.getHeader("Content-Type") == null) {
            // Judged by its content; without a type the form would be chosen.
            request.headers().set("Content-Type", "application/octet-stream");
        }
        context.next();
    }

    private @Nullable RefusedException judge(HttpServerRequest request) {
        if (request.uri().chars().anyMatch(c -> c >= 0x7F || c <= ' ')) {
            return new RefusedException(Problem.BAD_PARAMETER, "the query must be percent-encoded (RFC 3986)", "query");
        }
        String length = request.getHeader("Content-Length");
        long size = length == null || !length.matches("[0-9]{1,18}") ? 0 : Long.parseLong(length);
        return size > config.maxDocumentBytes() + FORM_BYTES
                ? new RefusedException(
                        Problem.TOO_LARGE, size + " bytes, " + config.maxDocumentBytes() + " are the most")
                : null;
    }

    private void refuse(RoutingContext context, RefusedException refused) {
        int status = refused.problem().status();
        if (status == 503) {
            context.response().putHeader("Retry-After", Integer.toString(config.retryAfterSeconds()));
        }
        // The body stays unread: the connection cannot be used again.
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Connection", "close")
                .end(Buffer.buffer(Problems.body(refused)));
    }
}
