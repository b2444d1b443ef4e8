package dev.zhibiao.ingest.upload;

import dev.zhibiao.access.ProblemAnswer;
import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import dev.zhibiao.ingest.publish.IngestConfig;
import dev.zhibiao.ingest.publish.IngestMeters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

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
    Response refused(RefusedException refused) {
        meters.refused(refused.problem(), IngestMeters.Way.HTTP);
        return answer(refused, config).response();
    }

    /** A form that is none is the sender's mistake; whatever else goes wrong with streams is ours. */
    @ServerExceptionMapper
    Response broken(IOException e) throws IOException {
        if (!String.valueOf(e.getMessage()).contains("parsing multipart request")) {
            throw e;
        }
        return refused(new RefusedException(Problem.BAD_PARAMETER, "the form ends before its last boundary", "body"));
    }

    @ServerExceptionMapper
    Response malformed(MultipartParser.MalformedMessageException e) {
        return refused(new RefusedException(Problem.BAD_PARAMETER, "a part of the form has a broken header", "body"));
    }

    static ProblemAnswer answer(RefusedException refused, IngestConfig config) {
        return new ProblemAnswer(refused.problem(), refused.detail(), refused.parameter(), config.retryAfterSeconds());
    }
}
