package dev.zhibiao.access.testing;

import dev.zhibiao.events.Sha256;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** Callers are asked who they are: a key of all roles, and tokens of an issuer that is not there when the service starts. */
public class TokensOn implements QuarkusTestProfile {

    static final String KEY = "everything-".repeat(5);

    /** Profile and test are loaded by two class loaders; this they have in common. */
    private static final String PORT = "zhibiao.test.issuer.port";

    static int port() {
        return Integer.getInteger(PORT);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        // Asked for more than once.
        System.getProperties().computeIfAbsent(PORT, name -> Integer.toString(Issuer.freePort()));
        int port = port();
        Map<String, String> config = new HashMap<>();
        config.put("zhibiao.access.enabled", "true");
        config.put("zhibiao.access.keys.all.sha256", Sha256.hex(KEY));
        config.put("zhibiao.access.keys.all.roles", "publish,read,operate");
        config.put("quarkus.oidc.tenant-enabled", "true");
        config.put("quarkus.oidc.auth-server-url", Issuer.address(port));
        config.put("quarkus.oidc.token.audience", Issuer.AUDIENCE);
        config.put("quarkus.oidc.roles.role-claim-path", "realm_access/roles");
        config.put("quarkus.oidc.token.forced-jwk-refresh-interval", "1S");
        return config;
    }
}
