package dev.zhibiao.access;

import dev.zhibiao.events.Problem;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** 401, 403 and what keeps callers from being known, as problems, also where no resource has been reached yet. */
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
            new ProblemAnswer(Problem.FORBIDDEN, "this needs another role").send(context);
        } else if (failure instanceof UnauthorizedException || failure instanceof AuthenticationFailedException) {
            unauthorized(context);
        } else if (failure instanceof OIDCException) {
            // The caller may be right, and will be known as soon as the issuer can be asked for its keys.
            new ProblemAnswer(Problem.ISSUER_UNAVAILABLE, "tokens cannot be checked now; API keys can").send(context);
        } else {
            context.next();
        }
    }

    static void unauthorized(RoutingContext context) {
        context.response().putHeader("WWW-Authenticate", CallerAuthentication.challenge());
        new ProblemAnswer(Problem.UNAUTHORIZED, "an API key (X-API-Key) or a bearer token that is known here is needed")
                .send(context);
    }
}
