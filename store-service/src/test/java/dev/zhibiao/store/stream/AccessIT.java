package dev.zhibiao.store.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.zhibiao.events.Sha256;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@TestProfile(AccessIT.On.class)
class AccessIT {

    private static final String READER = "reader-".repeat(8);
    private static final String OPERATOR = "operator-".repeat(8);
    private static final String PUBLISHER = "publisher-".repeat(8);

    /** Callers are asked who they are. */
    public static class On implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "zhibiao.access.enabled", "true",
                    "zhibiao.access.keys.reader.sha256", Sha256.hex(READER),
                    "zhibiao.access.keys.reader.roles", "read",
                    "zhibiao.access.keys.operator.sha256", Sha256.hex(OPERATOR),
                    "zhibiao.access.keys.operator.roles", "operate",
                    "zhibiao.access.keys.publisher.sha256", Sha256.hex(PUBLISHER),
                    "zhibiao.access.keys.publisher.roles", "publish");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/reports", "/reports/x", "/reports/x/text", "/observations", "/indicators", "/areas", "/new"})
    void letsOnlyReadersLook(String path) {
        assertRefused(given().get(path).then(), 401, "unauthorized").header("WWW-Authenticate", startsWith("Bearer"));
        assertRefused(as(READER + "x").get(path).then(), 401, "unauthorized");
        assertRefused(as(PUBLISHER).get(path).then(), 403, "forbidden");
        assertRefused(as(OPERATOR).get(path).then(), 403, "forbidden");
        assertThat(as(READER).get(path).statusCode()).isIn(200, 404);
    }

    /** Whatever is added later: nothing is changed by who may only look. */
    @ParameterizedTest
    @ValueSource(strings = {"/reports/x", "/observations/x", "/operations/replay", "/new"})
    void letsOnlyOperatorsChange(String path) {
        assertRefused(given().post(path).then(), 401, "unauthorized");
        assertRefused(as(READER).post(path).then(), 403, "forbidden");
        assertRefused(as(READER).delete(path).then(), 403, "forbidden");
        assertRefused(as(READER).put(path).then(), 403, "forbidden");
        assertRefused(as(READER).patch(path).then(), 403, "forbidden");
        assertThat(as(OPERATOR).post(path).statusCode()).isNotIn(401, 403);
        assertThat(as(OPERATOR).delete(path).statusCode()).isNotIn(401, 403);
    }

    @Test
    void letsEveryoneLoadThePageAndShowsNothingOnIt() {
        given().get("/page/config").then().statusCode(200).body("roles", empty());
        as(READER).get("/page/config").then().statusCode(200).body("roles", contains("read"));
        assertRefused(given().get("/overview").then(), 401, "unauthorized");
        assertRefused(given().get("/overview/live").then(), 401, "unauthorized");
        assertRefused(given().post("/page/config").then(), 401, "unauthorized");
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

    private static ValidatableResponse assertRefused(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }
}
