package dev.zhibiao.access;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Says at start who may call, and does not let a service start that would let everyone in from everywhere. The port is
 * opened after this.
 */
@ApplicationScoped
class AccessCheck {

    /** The one profile in which nobody is asked who they are. */
    static final String LOCAL = "local";

    private static final Logger LOG = Logger.getLogger(AccessCheck.class);

    private final AccessConfig config;
    private final CallerAuthentication callers;
    private final String host;
    private final boolean openIdConnect;

    AccessCheck(
            AccessConfig config,
            CallerAuthentication callers,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean openIdConnect) {
        this.config = config;
        this.callers = callers;
        this.host = host;
        this.openIdConnect = openIdConnect;
    }

    void check(@Observes StartupEvent event) {
        if (!config.enabled()) {
            // The framework's test mode cannot be chosen from outside: a built service always runs in NORMAL.
            requireHarmless(LaunchMode.current() == LaunchMode.TEST, ConfigUtils.getProfiles(), host);
            LOG.warnf("access=off host=%s: whoever reaches this address may publish, read and operate", host);
        } else if (callers.knownKeys() == 0 && !openIdConnect) {
            // No reason to stop: an instance that only consumes has no callers.
            LOG.warn("access=on keys=0 oidc=off: every call but health and metrics will get 401");
        } else {
            LOG.infof("access=on keys=%d oidc=%s", callers.knownKeys(), openIdConnect ? "on" : "off");
        }
    }

    /**
     * Access may be off only in the profile {@code local} and only on the loopback address.
     *
     * @throws IllegalStateException where it must not be off
     */
    static void requireHarmless(boolean test, List<String> profiles, String host) {
        if (!test && !profiles.contains(LOCAL)) {
            throw new IllegalStateException(
                    "zhibiao.access.enabled=false is for the profile local only, this is " + profiles);
        }
        if (!isLoopback(host)) {
            throw new IllegalStateException(
                    "zhibiao.access.enabled=false needs a loopback address, quarkus.http.host is " + host);
        }
    }

    private static boolean isLoopback(String host) {
        if (host.isBlank()) {
            return false;
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
