package dev.zhibiao.extract.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reports are read from the stream. */
@ConfigMapping(prefix = "zhibiao.extract")
interface ExtractConfig {

    /** Reports read at the same time, at least 1. */
    @WithDefault("2")
    int parallelism();

    /** How often a report is tried before it is given up, at least 1. */
    @WithDefault("3")
    int attempts();

    /** How long one report may take; the samples take well under a second. */
    @WithDefault("60s")
    Duration timeLimit();

    /** Readings that ran over their time and have not ended yet, from which on the service asks to be restarted. */
    @WithDefault("4")
    int maxRunaways();
}
