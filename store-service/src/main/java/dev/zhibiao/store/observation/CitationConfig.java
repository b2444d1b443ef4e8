package dev.zhibiao.store.observation;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** How this store is cited. */
@ConfigMapping(prefix = "zhibiao.citation")
interface CitationConfig {

    /**
     * The address that stays, {@code https://data.example.org/}, with a slash at its end; without it the one that was asked,
     * which behind a proxy may be none that anybody else can ask.
     */
    Optional<URI> address();
}
