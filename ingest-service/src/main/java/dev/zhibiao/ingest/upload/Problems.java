package dev.zhibiao.ingest.upload;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import dev.zhibiao.ingest.publish.IngestConfig;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every refusal as {@code application/problem+json} (RFC 9457) with its stable code. */
@ApplicationScoped
class Problems implements ProblemPostProcessor {

    private final IngestConfig config;

    Problems(IngestConfig config) {
        this.config = config;
    }

    @ServerExceptionMapper
    jakarta.ws.rs.core.Response refused(RefusedException refused) {
        Problem problem = refused.problem();
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

    /** Gives a code to what the framework refuses. */
    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getParameters().containsKey("code")) {
            return problem;
        }
        int status = problem.getStatusCode();
        String code = Arrays.stream(Problem.values())
                .filter(known -> known.status() == status)
                .findFirst()
                .orElse(status < 500 ? Problem.BAD_PARAMETER : Problem.INTERNAL)
                .code();
        return HttpProblem.builder(problem).with("code", code).build();
    }
}
