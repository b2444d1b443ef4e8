package dev.zhibiao.store.stream;

import static dev.zhibiao.access.testing.Refusals.assertRefused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import dev.zhibiao.events.Sha256;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@TestProfile(AccessIT.On.class)
@SuppressWarnings("NullAway.Init") // JUnit sets the field.
class AccessIT {

    private static final String READER = "reader-".repeat(8);
    private static final String OPERATOR = "operator-".repeat(8);
    private static final String PUBLISHER = "publisher-".repeat(8);

    private static final String GREEDY = "greedy-".repeat(8);
    private static final String WATCHER = "watcher-".repeat(8);
    private static final int BURST = 60;

    @TestHTTPResource
    URL address;

    /** Callers are asked who they are. */
    public static class On implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> config = new HashMap<>();
            config.put("zhibiao.access.enabled", "true");
            Map.of(READER, "read", OPERATOR, "operate", PUBLISHER, "publish", GREEDY, "read", WATCHER, "read")
                    .forEach((key, role) -> {
                        String name = "zhibiao.access.keys." + key.substring(0, key.indexOf('-'));
                        config.put(name + ".sha256", Sha256.hex(key));
                        config.put(name + ".roles", role);
                    });
            config.put("zhibiao.access.client.max-in-flight", "2");
            config.put("zhibiao.access.client.per-minute", "1");
            config.put("zhibiao.access.client.burst", Integer.toString(BURST));
            return config;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/reports", "/reports/x", "/reports/x/text", "/observations", "/indicators", "/areas", "/new"})
    void letsOnlyReadersLook(String path) {
        assertRefused(given().get(path), 401, "unauthorized").header("WWW-Authenticate", startsWith("Bearer"));
        assertRefused(as(READER + "x").get(path), 401, "unauthorized");
        assertRefused(as(PUBLISHER).get(path), 403, "forbidden");
        assertRefused(as(OPERATOR).get(path), 403, "forbidden");
        assertThat(as(READER).get(path).statusCode()).isIn(200, 404);
    }

    /** Whatever is added later: nothing is changed by who may only look. */
    @ParameterizedTest
    @ValueSource(strings = {"/reports/x", "/observations/x", "/operations/replay", "/new"})
    void letsOnlyOperatorsChange(String path) {
        assertRefused(given().post(path), 401, "unauthorized");
        assertRefused(as(READER).post(path), 403, "forbidden");
        assertRefused(as(READER).delete(path), 403, "forbidden");
        assertRefused(as(READER).put(path), 403, "forbidden");
        assertRefused(as(READER).patch(path), 403, "forbidden");
        assertThat(as(OPERATOR).post(path).statusCode()).isNotIn(401, 403);
        assertThat(as(OPERATOR).delete(path).statusCode()).isNotIn(401, 403);
    }

    @Test
    void letsEveryoneLoadThePageAndShowsNothingOnIt() {
        given().get("/page/config").then().statusCode(200).body("roles", empty());
        as(READER).get("/page/config").then().statusCode(200).body("roles", contains("read"));
        assertRefused(given().get("/overview"), 401, "unauthorized");
        assertRefused(given().get("/overview/live"), 401, "unauthorized");
        assertRefused(given().post("/page/config"), 401, "unauthorized");
    }

    @Test
    void refusesWhatItIsNotThereFor() {
        given().options("/reports").then().statusCode(200).header("Allow", equalTo("GET, HEAD, OPTIONS"));
        given().options("/reports/x").then().statusCode(200).header("Allow", equalTo("DELETE, GET, HEAD, OPTIONS"));
        assertRefused(as(OPERATOR).put("/reports"), 405, "method-not-allowed")
                .header("Allow", equalTo("GET, HEAD, OPTIONS"));
        assertRefused(as(OPERATOR).request("BREW", "/reports"), 405, "method-not-allowed");
        assertRefused(as(READER).get("/nothing"), 404, "not-found");
        assertRefused(as(READER).get("/q/nothing"), 404, "not-found");
        assertRefused(as(READER).accept("image/png").get("/reports"), 406, "not-acceptable");
        assertRefused(as(READER).get("/reports?format=docx"), 400, "bad-parameter");
        String corrections = "/observations/x/corrections";
        assertRefused(as(OPERATOR).contentType("text/plain").body("x").post(corrections), 415, "unsupported-type");
    }

    @Test
    void refusesABodyThatSaysItIsTooLargeBeforeReadingIt() throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("POST /observations/x/corrections HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            // Whole, as the connection is closed after it.
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413")
                    .contains("https://zhibiao.dev/problems/too-large");
        }
    }

    @Test
    void refusesWhoAsksTooOftenAndNobodyElse() {
        for (int i = 0; i < BURST; i++) {
            as(GREEDY).get("/reports?limit=1").then().statusCode(200);
        }
        assertRefused(as(GREEDY).get("/reports?limit=1"), 429, "too-many-requests")
                .header("Retry-After", matchesPattern("[1-9][0-9]?"))
                .body("detail", equalTo("this client may send 1 requests a minute"));
        as(READER).get("/reports?limit=1").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    /** Two are all that may be in flight; more than that may be open. */
    @Test
    void takesNoPlaceFromWhoOnlyWatches() throws IOException {
        List<Socket> watching = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                Socket socket = new Socket(address.getHost(), address.getPort());
                watching.add(socket);
                socket.getOutputStream()
                        .write(("GET /overview/live HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nX-API-Key: "
                                        + WATCHER + "\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8));
                assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                        .isEqualTo("HTTP/1.1 200");
            }
            as(WATCHER).get("/reports?limit=1").then().statusCode(200);
        } finally {
            for (Socket socket : watching) {
                socket.close();
            }
        }
    }

    @Test
    void tellsEveryoneHowItIs() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200);
    }

    private static RequestSpecification as(String key) {
        return given().header("X-API-Key", key);
    }
}
