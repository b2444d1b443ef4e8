package dev.zhibiao.access;

import dev.zhibiao.events.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/**
 * Makes what the framework refuses a problem of our table. Needs nothing: it is made while the application is still being
 * put together, when there is no configuration to read.
 */
@ApplicationScoped
class FrameworkProblems implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem refused, ProblemContext context) {
        Problem problem = Problem.ofStatus(refused.getStatusCode());
        return HttpProblem.builder(refused)
                .withType(URI.create(problem.type()))
                .withTitle(problem.title())
                // Of what broke inside nothing is told but that it did.
                .withDetail(refused.getDetail() == null ? "the log of the service says more" : refused.getDetail())
                .with("code", problem.code())
                .build();
    }
}
