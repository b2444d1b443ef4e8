package dev.zhibiao.access;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;

/** 401 and 403 as {@code application/problem+json}, also where no resource has been reached yet. */
@ApplicationScoped
class AccessProblems {

    private static final int FIRST = Integer.MIN_VALUE;

    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(AccessProblems::answer);
    }

    private static void answer(RoutingContext context) {
        Throwable failure = context.failure();
        if (context.response().ended()) {
            return;
        }
        if (failure instanceof ForbiddenException) {
            send(context, Problem.FORBIDDEN, "this needs another role");
        } else if (failure instanceof UnauthorizedException || failure instanceof AuthenticationFailedException) {
            unauthorized(context);
        } else {
            context.next();
        }
    }

    static void unauthorized(RoutingContext context) {
        context.response().putHeader("WWW-Authenticate", CallerAuthentication.challenge());
        send(context, Problem.UNAUTHORIZED, "an API key (X-API-Key) or a bearer token that is known here is needed");
    }

    private static void send(RoutingContext context, Problem problem, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("code", problem.code());
        body.put("detail", detail);
        HttpServerResponse response = context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json");
        if (!context.request().isEnded()) {
            // A document that nobody will read is not worth taking off the line.
            response.putHeader("Connection", "close");
        }
        response.end(Buffer.buffer(EventJson.write(body)));
    }
}
