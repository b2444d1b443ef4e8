package dev.zhibiao.store.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zhibiao.events.Sha256;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags (RFC 9110, 8.8.3) of JSON and text answers: who has the answer already is told so instead of sent it again.
 * The tag is of the bytes, for reports, corrections and withdrawals all change what is said, and no clock is as sure. Files
 * have none: they are written before anybody knows how they end.
 */
@Singleton
class ConditionalAnswers {

    private static final int TAG_LENGTH = 32;
    /** A HEAD is answered as the GET would be, without its body. */
    private static final Set<String> ASKING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final ObjectMapper json;

    ConditionalAnswers(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter
    void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        // What is true now may be another thing in a second: keep it, but ask.
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.getHeaders().add(HttpHeaders.VARY, "Accept, X-API-Key, Authorization");
        boolean asked = ASKING.contains(request.getMethod());
        if (!asked || response.getStatus() != Response.Status.OK.getStatusCode()) {
            return;
        }
        byte[] body = body(response);
        if (body == null) {
            return;
        }
        EntityTag tag = new EntityTag(Sha256.hex(body).substring(0, TAG_LENGTH), true);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag.toString());
        if (has(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
        } else {
            response.setEntity(body, null, response.getMediaType());
        }
    }

    private byte @Nullable [] body(ContainerResponseContext response) throws JsonProcessingException {
        Object entity = response.getEntity();
        if (entity instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        boolean isJson = MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType());
        return isJson && entity != null ? json.writeValueAsBytes(entity) : null;
    }

    private static boolean has(@Nullable String known, EntityTag tag) {
        return known != null
                && List.of(known.split(",")).stream()
                        .map(String::strip)
                        .anyMatch(one ->
                                one.equals("*") || one.replaceFirst("^W/", "").equals('"' + tag.getValue() + '"'));
    }
}
