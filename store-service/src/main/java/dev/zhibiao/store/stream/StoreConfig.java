package dev.zhibiao.store.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are written to the database. */
@ConfigMapping(prefix = "zhibiao.store")
interface StoreConfig {

    /** Name of the MongoDB database. */
    @WithDefault("zhibiao")
    String database();

    /** Whether this instance consumes (the writing role); without it the service only answers queries. */
    @WithDefault("true")
    boolean writing();

    /** How often a record that cannot be written is tried before it is given up, at least 1. */
    @WithDefault("3")
    int attempts();

    /** Pause before the next try, and while the database is away. */
    @WithDefault("1s")
    Duration pause();
}
