package dev.zhibiao.ingest.upload;

import static dev.zhibiao.access.testing.Refusals.assertRefused;
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
import io.restassured.response.Response;
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
        post(given().header("X-API-Key", AccessOn.PUBLISHER)).then().statusCode(202);
        post(given().header("X-API-Key", AccessOn.OTHER_PUBLISHER)).then().statusCode(202);
        post(bearer(token(AccessOn.ISSUER, Set.of("publish"), 60))).then().statusCode(202);
    }

    @Test
    void asksWhoCallsWhereNobodyIsNamed() {
        assertUnauthorized(post(given()));
        assertUnauthorized(given().multiPart("file", "a", TEXT).post("/reports"));
        assertUnauthorized(given().get("/reports"));
        assertUnauthorized(given().get("/nothing"));
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
    void refusesWhatItIsNotThereFor() {
        given().options("/reports").then().statusCode(200).header("Allow", equalTo("OPTIONS, POST"));
        assertRefused(publisher().get("/reports"), 405, "method-not-allowed").header("Allow", equalTo("OPTIONS, POST"));
        assertRefused(publisher().body(TEXT).put("/reports"), 405, "method-not-allowed")
                .header("Allow", equalTo("OPTIONS, POST"));
        assertRefused(publisher().request("BREW", "/reports"), 405, "method-not-allowed");
        assertRefused(publisher().get("/nothing"), 404, "not-found");
        assertRefused(publisher().options("/nothing"), 404, "not-found");
        // What was taken is said in JSON, whatever is asked for: to refuse a document for that would help nobody.
        publisher().accept("image/png").body(TEXT).post("/reports").then().statusCode(202);
    }

    private static RequestSpecification publisher() {
        return given().header("X-API-Key", AccessOn.PUBLISHER);
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
                .untilAsserted(() -> assertRefused(
                                post(given().header("X-API-Key", AccessOn.OTHER_PUBLISHER)), 429, "too-many-requests")
                        .header("Retry-After", equalTo("2"))
                        .body("detail", equalTo("2 requests of this client are in flight")));
        post(given().header("X-API-Key", AccessOn.PUBLISHER)).then().statusCode(202);
        for (Socket socket : open) {
            socket.close();
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> post(given().header("X-API-Key", AccessOn.OTHER_PUBLISHER))
                        .then()
                        .statusCode(202));
    }

    @Test
    void logsNeitherKeysNorTokensNorTexts() {
        String token = token(AccessOn.ISSUER, Set.of("publish"), 60);
        String unknown = "unknown-key-".repeat(4);
        try (CapturedLog log = CapturedLog.start()) {
            post(given().header("X-API-Key", AccessOn.PUBLISHER)).then().statusCode(202);
            post(given().header("X-API-Key", AccessOn.READER)).then().statusCode(403);
            post(given().header("X-API-Key", unknown)).then().statusCode(401);
            post(bearer(token)).then().statusCode(202);
            post(bearer(token + "x")).then().statusCode(401);
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

    private static Response post(RequestSpecification request) {
        return request.contentType("text/plain").body(TEXT).post("/reports");
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

    private static void assertUnauthorized(Response response) {
        assertRefused(response, 401, "unauthorized").header("WWW-Authenticate", startsWith("Bearer"));
    }

    private static void assertForbidden(Response response) {
        assertRefused(response, 403, "forbidden");
    }
}
