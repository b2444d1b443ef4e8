package dev.zhibiao.ingest.upload;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import dev.zhibiao.ingest.publish.IngestConfig;
import dev.zhibiao.ingest.publish.IngestMeters;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** What can be refused before a body is read: a document that is too large, or one too many. */
@ApplicationScoped
class Gate {

    /** Before the caller is asked who it is. */
    private static final int FIRST = 1000;
    /** After that, after what its roles allow, and after its own limits, which are looked at at 50. */
    private static final int ALLOWED_CALLERS = 40;
    /** Boundaries and the other fields of a form. */
    static final long FORM_BYTES = 64 << 10;

    private final IngestConfig config;
    private final Places places;
    private final IngestMeters meters;

    Gate(IngestConfig config, Places places, IngestMeters meters) {
        this.config = config;
        this.places = places;
        this.meters = meters;
    }

    void register(@Observes Filters filters) {
        filters.register(this::judge, FIRST);
        filters.register(this::place, ALLOWED_CALLERS);
    }

    private void judge(RoutingContext context) {
        HttpServerRequest request = context.request();
        RefusedException refused = refusal(request);
        if (refused != null) {
            refuse(context, refused);
            return;
        }
        if (!isMediaType(request.getHeader("Content-Type"))) {
            // Judged by its content; without a type the form would be chosen, and one that is none ends in an error.
            request.headers().set("Content-Type", "application/octet-stream");
        }
        context.next();
    }

    private static boolean isMediaType(@Nullable String said) {
        try {
            return said != null && !MediaType.valueOf(said).getType().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private @Nullable RefusedException refusal(HttpServerRequest request) {
        long size = length(request);
        return size > config.maxDocumentBytes() + FORM_BYTES
                ? new RefusedException(
                        Problem.TOO_LARGE, size + " bytes, " + config.maxDocumentBytes() + " are the most")
                : null;
    }

    private void place(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.path().startsWith("/reports")) {
            context.next();
            return;
        }
        long said = length(request);
        Places.Answer answer = places.take(said < 0 ? config.maxDocumentBytes() : said);
        Places.Place place = answer.place();
        if (place == null) {
            refuse(context, new RefusedException(Problem.OVERLOADED, answer.refusal()));
            return;
        }
        // Also where the connection breaks before the answer.
        context.addEndHandler(end -> place.close());
        context.next();
    }

    /** Bytes of the body, -1 where the request does not say. */
    private static long length(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null || !length.matches("[0-9]{1,18}") ? -1 : Long.parseLong(length);
    }

    private void refuse(RoutingContext context, RefusedException refused) {
        meters.refused(refused.problem(), IngestMeters.Way.HTTP);
        Problems.answer(refused, config).send(context);
    }
}
