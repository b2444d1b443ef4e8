package dev.zhibiao.store.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How events are written to the database. */
@ConfigMapping(prefix = "zhibiao.store")
interface StoreConfig {

    /** Name of the MongoDB database; without it that of the connection string, else {@code zhibiao}. */
    Optional<String> database();

    /** Whether this instance consumes (the writing role); without it the service only answers queries. */
    @WithDefault("true")
    boolean writing();

    /** How often a record that cannot be written is tried before it is given up, at least 1. */
    @WithDefault("3")
    int attempts();

    /** Pause before the next try, and while the database is away. */
    @WithDefault("1s")
    Duration pause();

    /** How often to look for what a process that was killed left to clear or to tell. */
    @WithDefault("30s")
    Duration housekeeping();

    /** How long the operator of a replay waits at most for the original record. */
    @WithDefault("20s")
    Duration originalWithin();
}
