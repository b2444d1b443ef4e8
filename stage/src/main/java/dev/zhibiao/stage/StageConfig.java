package dev.zhibiao.stage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Which stage of the pipeline the service is, and how it stops. */
@ConfigMapping(prefix = "zhibiao.stage")
public interface StageConfig {

    /** {@code ingest}, {@code extract} or {@code store}: its name in metrics and logs. */
    String name();

    /**
     * How long a stop waits for the records being worked on; shorter than what the platform allows before it kills, and
     * beside it {@code quarkus.shutdown.timeout} for requests.
     */
    @WithDefault("20s")
    Duration grace();
}
