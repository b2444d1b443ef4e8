package dev.zhibiao.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may call; beside this, OpenID Connect is configured under {@code quarkus.oidc}. */
@ConfigMapping(prefix = "zhibiao.access")
interface AccessConfig {

    /** Whether callers are asked who they are; {@code false} is taken only in the profile {@code local}. */
    @WithDefault("true")
    boolean enabled();

    /** API keys by the client's name, which is what the logs show. */
    Map<String, Key> keys();

    /** What one client may ask for, in each replica of its own; not heeded where nobody is asked who they are. */
    Limits client();

    /** Limits of a client, which is the name of its API key or the subject of its token. */
    interface Limits {

        /** Its requests that are answered at the same time, at least 1. */
        @WithDefault("8")
        int maxInFlight();

        /** Its requests a minute in the long run; 0: as many as there is room for. */
        @WithDefault("3000")
        int perMinute();

        /** Its requests at once after a pause, at least 1, before {@link #perMinute} holds. */
        @WithDefault("200")
        int burst();
    }

    /** A reference to a key, by its hash or by the file it stands in; never the key itself. */
    interface Key {

        /** SHA-256 of the key as UTF-8, 64 hexadecimal digits. */
        Optional<String> sha256();

        /** A file, such as a mounted secret, whose only line is the key; read once at start. */
        Optional<Path> file();

        /** What its holder may do. */
        Set<Role> roles();
    }
}
