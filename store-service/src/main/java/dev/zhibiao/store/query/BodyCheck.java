package dev.zhibiao.store.query;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a body where none is read: whoever sent it meant to say something, a reason for a withdrawal perhaps. */
@Singleton
class BodyCheck {

    private static final Set<String> CHANGING = Set.of("DELETE", "POST");

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        boolean read = resource.getResourceMethod().isAnnotationPresent(Consumes.class);
        if (!read && CHANGING.contains(request.getMethod()) && hasBody(request)) {
            throw Parameters.bad(
                    "body", "a " + request.getMethod() + " of this has none; what it needs stands in the query");
        }
    }

    private static boolean hasBody(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        // With neither header there is no body (RFC 9112, 6.3).
        return length == null
                ? request.getHeaderString("Transfer-Encoding") != null
                : !length.strip().equals("0");
    }
}
