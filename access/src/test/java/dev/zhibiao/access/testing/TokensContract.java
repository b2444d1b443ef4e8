package dev.zhibiao.access.testing;

import static dev.zhibiao.access.testing.Refusals.assertRefused;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What every service with an API makes of OpenID Connect tokens, from the issuer's keys to the roles. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class TokensContract {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static @Nullable Issuer issuer;

    private final String role;
    private final String otherRole;

    /**
     * A service's requests.
     *
     * @param role that {@link #call} needs
     * @param otherRole one that does not help
     */
    protected TokensContract(String role, String otherRole) {
        this.role = role;
        this.otherRole = otherRole;
    }

    /** Asks for something, which is answered with 2xx where the role allows it. */
    protected abstract Response call(RequestSpecification caller);

    @BeforeEach
    void awaitReady() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        if (issuer != null) {
            issuer.close();
            issuer = null;
        }
    }

    private static Issuer issuer() {
        if (issuer == null) {
            issuer = new Issuer(TokensOn.port());
        }
        return issuer;
    }

    @Test
    @Order(1) // It is there only once, and then for the others.
    void runsWithoutTheIssuerAndTakesTokensAsSoonAsItIsThere() {
        allows(call(given().header("X-API-Key", TokensOn.KEY)));
        try (Issuer elsewhere = new Issuer(Issuer.freePort())) {
            assertRefused(call(bearer(elsewhere.token(role))), 503, "issuer-unavailable")
                    .header("Retry-After", equalTo("2"));
        }
        String token = issuer().token(role);
        await().atMost(PATIENCE).untilAsserted(() -> allows(call(bearer(token))));
    }

    @Test
    @Order(2)
    void allowsWhatTheClaimOfRolesSays() {
        allows(call(bearer(issuer().token(role))));
        allows(call(bearer(issuer().token(role, otherRole, "some-other-application"))));
        assertRefused(call(bearer(issuer().token(otherRole))), 403, "forbidden");
        assertRefused(call(bearer(issuer().token())), 403, "forbidden");
        // The claim that is read where no other is configured.
        assertRefused(call(bearer(issuer().token(claims -> claims.groups(role)))), 403, "forbidden");
    }

    @Test
    @Order(2)
    void refusesTokensThatAreNotForUsOrNoLongerValid() {
        unauthorized(issuer().token(claims -> claims.expiresAt(Instant.now().minusSeconds(600)), role));
        unauthorized(issuer().token(claims -> claims.audience("another-application"), role));
        unauthorized(issuer().token(claims -> claims.issuer("https://login.example.org"), role));
        String token = issuer().token(role);
        unauthorized(token.substring(0, token.length() - 8) + "AAAAAAAA");
        try (Issuer elsewhere = new Issuer(Issuer.freePort())) {
            unauthorized(elsewhere.token(claims -> claims.issuer(Issuer.address(TokensOn.port())), role));
        }
    }

    @Test
    @Order(3)
    void followsTheIssuerToANewKey() {
        String before = issuer().token(role);
        allows(call(bearer(before)));
        issuer().rotate();
        String after = issuer().token(role);
        await().atMost(PATIENCE).untilAsserted(() -> allows(call(bearer(after))));
        unauthorized(before);
    }

    private void unauthorized(String token) {
        assertRefused(call(bearer(token)), 401, "unauthorized").header("WWW-Authenticate", startsWith("Bearer"));
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static void allows(Response answer) {
        answer.then().statusCode(lessThan(300));
    }
}
