package dev.zhibiao.store.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;

/**
 * Headers by which a browser refuses what the page never does: run a script or follow a style that came with a document
 * (Content Security Policy Level 3), guess at media types, be shown in a frame.
 */
@ApplicationScoped
class SecurityHeaders {

    private static final int BEFORE_ALL_ROUTES = 1000;

    private final String policy;

    SecurityHeaders(PageConfig page) {
        this.policy = policy(page.ingest());
    }

    /** The policy; only the documents to submit go to another origin, and only to ingest's. */
    static String policy(URI ingest) {
        String connect =
                ingest.isAbsolute() ? "'self' " + ingest.getScheme() + "://" + ingest.getAuthority() : "'self'";
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data: blob:",
                "font-src 'self'",
                "connect-src " + connect,
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'");
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, BEFORE_ALL_ROUTES);
    }

    private void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        // The packages' paths have their versions in them. The page's own files have not, and bear no time of change,
        // as a
        // build of the same sources is the same: a browser must ask for them anew.
        if (context.request().path().startsWith("/webjars/")) {
            headers.set("Cache-Control", "public, max-age=31536000, immutable");
        }
        context.next();
    }
}
