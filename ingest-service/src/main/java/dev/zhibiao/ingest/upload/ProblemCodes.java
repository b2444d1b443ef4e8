package dev.zhibiao.ingest.upload;

import dev.zhibiao.events.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;

/**
 * Gives a code to what the framework refuses. Needs nothing: it is made while the application is still being put
 * together, when there is no configuration to read.
 */
@ApplicationScoped
class ProblemCodes implements ProblemPostProcessor {

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
