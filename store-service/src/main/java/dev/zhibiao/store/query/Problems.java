package dev.zhibiao.store.query;

import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Every refusal as {@code application/problem+json} (RFC 9457) with its stable code. */
@ApplicationScoped
class Problems implements ProblemPostProcessor {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final int BEFORE_RESOURCES = 1000;

    @ServerExceptionMapper
    Response refused(RefusedException refused) {
        return answer(refused.problem(), String.valueOf(refused.getMessage()), refused.parameter());
    }

    @ServerExceptionMapper
    Response tooLong(MongoExecutionTimeoutException e) {
        return answer(Problem.OVERLOADED, "reading takes too long; ask for less", null);
    }

    @ServerExceptionMapper
    Response database(MongoException e) {
        LOG.errorf("stage=store code=%s cause=%s", Problem.STORE_UNAVAILABLE.code(), e.toString());
        return answer(Problem.STORE_UNAVAILABLE, e.getClass().getSimpleName(), null);
    }

    private static Response answer(Problem problem, String detail, @Nullable String parameter) {
        var response = Response.status(problem.status()).type(MEDIA_TYPE).entity(body(problem, detail, parameter));
        return (problem.status() == 503 ? response.header("Retry-After", 2) : response).build();
    }

    private static byte[] body(Problem problem, String detail, @Nullable String parameter) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("code", problem.code());
        body.put("detail", detail);
        if (parameter != null) {
            body.put("parameter", parameter);
        }
        return EventJson.write(body);
    }

    void register(@Observes Filters filters) {
        filters.register(Problems::requirePercentEncoding, BEFORE_RESOURCES);
    }

    private static void requirePercentEncoding(RoutingContext context) {
        if (context.request().uri().chars().noneMatch(c -> c >= 0x7F || c <= ' ')) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(Problem.BAD_PARAMETER.status())
                .putHeader("Content-Type", MEDIA_TYPE)
                .end(Buffer.buffer(
                        body(Problem.BAD_PARAMETER, "the query must be percent-encoded (RFC 3986)", "query")));
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
