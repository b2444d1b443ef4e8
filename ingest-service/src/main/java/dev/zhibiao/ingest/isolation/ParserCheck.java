package dev.zhibiao.ingest.isolation;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once a parser's process runs: before that, documents with structure would have to wait for it. */
@Readiness
class ParserCheck implements HealthCheck {

    private final ParserPool pool;

    ParserCheck(ParserPool pool) {
        this.pool = pool;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("parser").status(pool.able()).build();
    }
}
