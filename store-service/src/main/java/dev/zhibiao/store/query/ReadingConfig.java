package dev.zhibiao.store.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long readers may take. */
@ConfigMapping(prefix = "zhibiao.store.reading")
public interface ReadingConfig {

    /**
     * The longest that a query may read. What a new extraction replaced is kept for so long, so that a reader that
     * began before still finds all of it.
     */
    @WithDefault("15s")
    Duration patience();
}
