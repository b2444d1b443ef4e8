package dev.zhibiao.store.query;

import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import dev.zhibiao.access.ProblemAnswer;
import dev.zhibiao.events.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every refusal as {@code application/problem+json} (RFC 9457) with its stable code. */
@ApplicationScoped
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response refused(RefusedException refused) {
        return new ProblemAnswer(refused.problem(), String.valueOf(refused.getMessage()), refused.parameter())
                .response();
    }

    @ServerExceptionMapper
    Response tooLong(MongoExecutionTimeoutException e) {
        return new ProblemAnswer(Problem.OVERLOADED, "reading takes too long; ask for less").response();
    }

    @ServerExceptionMapper
    Response database(MongoException e) {
        LOG.errorf("stage=store code=%s cause=%s", Problem.STORE_UNAVAILABLE.code(), e.toString());
        return new ProblemAnswer(Problem.STORE_UNAVAILABLE, e.getClass().getSimpleName()).response();
    }
}
