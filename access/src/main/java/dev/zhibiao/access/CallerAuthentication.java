package dev.zhibiao.access;

import dev.zhibiao.events.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * Knows callers by the header {@code X-API-Key}; leaves a bearer token to OpenID Connect. Where access is off, everyone
 * is the client {@code local} with every role, so that the same rules hold for it as for any other.
 */
@ApplicationScoped
class CallerAuthentication implements HttpAuthenticationMechanism {

    static final String HEADER = "X-API-Key";

    /** RFC 9110 wants a challenge in every 401; for keys there is no registered scheme. */
    private static final String CHALLENGE = "Bearer realm=\"zhibiao\"";

    private static final Client LOCAL = new Client("local", EnumSet.allOf(Role.class));

    private final boolean enabled;
    private final ApiKeys keys;

    CallerAuthentication(AccessConfig config) {
        this.enabled = config.enabled();
        this.keys = new ApiKeys(config);
    }

    int knownKeys() {
        return keys.size();
    }

    @Override
    public Uni<@Nullable SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        if (!enabled) {
            return Uni.createFrom().item(identity(LOCAL));
        }
        String key = context.request().getHeader(HEADER);
        if (key == null) {
            return Uni.createFrom().nullItem();
        }
        return keys.holder(key)
                .map(client -> Uni.createFrom().<@Nullable SecurityIdentity>item(identity(client)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException("no such key")));
    }

    private static SecurityIdentity identity(Client client) {
        QuarkusSecurityIdentity.Builder identity =
                QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(client.name()));
        client.roles().forEach(role -> identity.addRole(role.roleName()));
        return identity.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(Problem.UNAUTHORIZED.status(), "WWW-Authenticate", CHALLENGE));
    }

    /** With the problem for a body, which the framework's own challenges leave empty. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        AccessProblems.unauthorized(context);
        return Uni.createFrom().item(true);
    }

    /** Asked first, also for the challenge. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }

    static String challenge() {
        return CHALLENGE;
    }
}
