package dev.zhibiao.ingest.upload;

import dev.zhibiao.ingest.publish.IngestConfig;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Holds bodies to the limit that do not say their length, forms and raw ones alike. */
class BodyLimit {

    private final IngestConfig config;

    BodyLimit(IngestConfig config) {
        this.config = config;
    }

    @ServerRequestFilter
    public void bound(ContainerRequestContext request) {
        request.setEntityStream(
                new BoundedBody(request.getEntityStream(), config.maxDocumentBytes() + Gate.FORM_BYTES));
    }
}
