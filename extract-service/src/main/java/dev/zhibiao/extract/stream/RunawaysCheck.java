package dev.zhibiao.extract.stream;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Not alive when readings that cannot be stopped take the processors away from the others. */
@Liveness
class RunawaysCheck implements HealthCheck {

    private final TimedReading reading;
    private final ExtractConfig config;

    RunawaysCheck(TimedReading reading, ExtractConfig config) {
        this.reading = reading;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        int runaways = reading.runaways();
        return HealthCheckResponse.named("readings over their time")
                .withData("running", runaways)
                .status(runaways < config.maxRunaways())
                .build();
    }
}
