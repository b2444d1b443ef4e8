package dev.zhibiao.ingest.publish;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the ids of all earlier reports are known: before that, a duplicate would pass as new. */
@Readiness
class KnownReportsCheck implements HealthCheck {

    private final KnownReports known;

    KnownReportsCheck(KnownReports known) {
        this.known = known;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("known reports")
                .withData("known", known.size())
                .status(known.caughtUp())
                .build();
    }
}
