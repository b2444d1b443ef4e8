package dev.zhibiao.store.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** The web page. */
@ConfigMapping(prefix = "zhibiao.page")
interface PageConfig {

    /**
     * Where browsers find ingest: a path on the page's own origin, as behind an ingress, or the address of another origin,
     * which must allow the page's by CORS.
     */
    @WithDefault("/ingest")
    URI ingest();

    /** How long an overview is shown before it is counted anew, at least. */
    @WithDefault("1s")
    Duration freshness();

    /** How long suggestions are sorted by the same numbers of observations. */
    @WithDefault("30s")
    Duration amountsKept();

    /** How often a live stream says that it is still there when nothing changes: proxies close silent ones. */
    @WithDefault("15s")
    Duration heartbeat();

    /** Live streams at a time; each is a connection. */
    @WithDefault("200")
    int streams();
}
