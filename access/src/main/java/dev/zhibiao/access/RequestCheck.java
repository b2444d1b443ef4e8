package dev.zhibiao.access;

import dev.zhibiao.events.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses what needs no caller to be refused: a query that is no URI, a body that says it is too large. */
@ApplicationScoped
class RequestCheck {

    /** Before the caller is asked who it is, and after what a service refuses in its own words, at 1000. */
    private static final int FIRST = 900;

    private static final Pattern HALF_ENCODED = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private final long mostBytes;

    RequestCheck(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.mostBytes = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::judge, FIRST);
    }

    private void judge(RoutingContext context) {
        HttpServerRequest request = context.request();
        long size = bodyLength(request);
        if (!isUri(request.uri())) {
            new ProblemAnswer(Problem.BAD_PARAMETER, "the query must be percent-encoded (RFC 3986)", "query")
                    .send(context);
        } else if (size > mostBytes) {
            new ProblemAnswer(Problem.TOO_LARGE, "a body of " + size + " bytes, " + mostBytes + " are the most")
                    .send(context);
        } else {
            context.next();
        }
    }

    /** As far as what follows relies on it: nothing raw that must be encoded, and nothing half encoded. */
    private static boolean isUri(String uri) {
        return uri.chars().allMatch(c -> c > ' ' && c < 0x7F)
                && !HALF_ENCODED.matcher(uri).find();
    }

    private static long bodyLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null || !length.matches("[0-9]{1,18}") ? -1 : Long.parseLong(length);
    }
}
