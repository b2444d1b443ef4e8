package dev.zhibiao.ingest.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.zhibiao.events.testing.CapturedLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Broker.class)
@TestProfile(AccessOn.class)
@SuppressWarnings("NullAway.Init") // JUnit sets the fields.
class AccessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final byte[] TEXT = "青原县的报告，全县有12所医院。".getBytes(StandardCharsets.UTF_8);

    @TestHTTPResource
    URL address;

    @BeforeEach
    void awaitReady() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void takesDocumentsOfWhoHasTheRole() {
        post(given().header("X-API-Key", AccessOn.PUBLISHER)).statusCode(202);
        post(given().header("X-API-Key", AccessOn.OTHER_PUBLISHER)).statusCode(202);
        post(bearer(token(AccessOn.ISSUER, Set.of("publish"), 60))).statusCode(202);
    }

    @Test
    void asksWhoCallsWhereNobodyIsNamed() {
        assertUnauthorized(post(given()));
        assertUnauthorized(given().multiPart("file", "a", TEXT).post("/reports").then());
        assertUnauthorized(given().get("/reports").then());
        assertUnauthorized(given().get("/nothing").then());
    }

    @Test
    void refusesKeysThatItDoesNotKnow() {
        assertUnauthorized(post(given().header("X-API-Key", "")));
        assertUnauthorized(post(given().header("X-API-Key", AccessOn.PUBLISHER + "x")));
        assertUnauthorized(post(bearer(AccessOn.PUBLISHER)));
    }

    @Test
    void refusesTokensThatAreExpiredOrOfAnotherIssuer() {
        assertUnauthorized(post(bearer(token(AccessOn.ISSUER, Set.of("publish"), -600))));
        assertUnauthorized(post(bearer(token(AccessOn.keyPair(2), Set.of("publish"), 60))));
        assertUnauthorized(post(bearer("a.b.c")));
    }

    @Test
    void refusesCallersWithoutTheRole() {
        assertForbidden(post(given().header("X-API-Key", AccessOn.READER)));
        assertForbidden(post(bearer(token(AccessOn.ISSUER, Set.of("read", "operate"), 60))));
        assertForbidden(post(bearer(token(AccessOn.ISSUER, Set.of(), 60))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/metrics", "/q/openapi"})
    void tellsEveryoneHowItIs(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void refusesOneClientThatHasTooManyUnderWayAndNobodyElse() throws IOException {
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < AccessOn.MOST_OF_ONE_CLIENT; i++) {
            Socket socket = new Socket(address.getHost(), address.getPort());
            socket.getOutputStream()
                    .write(("POST /reports HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nX-API-Key: "
                                    + AccessOn.OTHER_PUBLISHER + "\r\nContent-Length: 1000\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            open.add(socket);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> post(given().header("X-API-Key", AccessOn.OTHER_PUBLISHER))
                        .statusCode(503)
                        .header("Retry-After", equalTo("2"))
                        .body("code", equalTo("overloaded"))
                        .body("detail", equalTo("2 documents of this client are in flight")));
        post(given().header("X-API-Key", AccessOn.PUBLISHER)).statusCode(202);
        for (Socket socket : open) {
            socket.close();
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> post(given().header("X-API-Key", AccessOn.OTHER_PUBLISHER))
                        .statusCode(202));
    }

    @Test
    void logsNeitherKeysNorTokensNorTexts() {
        String token = token(AccessOn.ISSUER, Set.of("publish"), 60);
        String unknown = "unknown-key-".repeat(4);
        try (CapturedLog log = CapturedLog.start()) {
            post(given().header("X-API-Key", AccessOn.PUBLISHER)).statusCode(202);
            post(given().header("X-API-Key", AccessOn.READER)).statusCode(403);
            post(given().header("X-API-Key", unknown)).statusCode(401);
            post(bearer(token)).statusCode(202);
            post(bearer(token + "x")).statusCode(401);
            given().header("X-API-Key", AccessOn.PUBLISHER)
                    .body(new byte[] {'s', 'e', 'c', 'r', 'e', 't', 0})
                    .post("/reports")
                    .then()
                    .statusCode(422);
            assertThat(log.text())
                    .contains("stage=ingest")
                    .doesNotContain(AccessOn.PUBLISHER)
                    .doesNotContain(AccessOn.READER)
                    .doesNotContain(unknown)
                    .doesNotContain(token)
                    .doesNotContain("secret")
                    .doesNotContain("医院");
        }
    }

    private static ValidatableResponse post(RequestSpecification request) {
        return request.contentType("text/plain").body(TEXT).post("/reports").then();
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static String token(KeyPair issuer, Set<String> roles, int secondsToLive) {
        return Jwt.subject("upstream")
                .groups(roles)
                .issuedAt(Instant.now().minusSeconds(1000))
                .expiresAt(Instant.now().plusSeconds(secondsToLive))
                .sign(issuer.getPrivate());
    }

    private static void assertUnauthorized(ValidatableResponse response) {
        response.statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("unauthorized"))
                .body("status", equalTo(401));
    }

    private static void assertForbidden(ValidatableResponse response) {
        response.statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("forbidden"))
                .body("status", equalTo(403));
    }
}
