package dev.zhibiao.ingest.upload;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import dev.zhibiao.ingest.publish.IngestConfig;
import dev.zhibiao.ingest.publish.IngestMeters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every refusal as {@code application/problem+json} (RFC 9457) with its stable code. */
@ApplicationScoped
class Problems {

    private final IngestConfig config;
    private final IngestMeters meters;

    Problems(IngestConfig config, IngestMeters meters) {
        this.config = config;
        this.meters = meters;
    }

    @ServerExceptionMapper
    jakarta.ws.rs.core.Response refused(RefusedException refused) {
        Problem problem = refused.problem();
        meters.refused(problem, IngestMeters.Way.HTTP);
        var response = jakarta.ws.rs.core.Response.status(problem.status())
                .type("application/problem+json")
                .entity(body(refused));
        if (problem.status() == 503) {
            response.header("Retry-After", config.retryAfterSeconds());
        }
        if (problem == Problem.TOO_LARGE) {
            // The rest of the body stays unread: the connection cannot be used again.
            response.header("Connection", "close");
        }
        return response.build();
    }

    /** The body of a refusal. */
    static byte[] body(RefusedException refused) {
        Problem problem = refused.problem();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("code", problem.code());
        body.put("detail", refused.detail());
        if (refused.parameter() != null) {
            body.put("parameter", refused.parameter());
        }
        return EventJson.write(body);
    }
}
