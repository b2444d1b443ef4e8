package dev.zhibiao.store.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.zhibiao.store.stream.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code /q/openapi} says is what the service heeds. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // JUnit sets the field.
class DescribedIT {

    private static final String REFERENCE = "#/components/parameters/";

    private JsonPath api;

    @BeforeEach
    void read() {
        api = given().get("/q/openapi?format=json").jsonPath();
    }

    private Map<String, Map<String, Map<String, Object>>> paths() {
        return api.getMap("paths");
    }

    /** The query parameters of an operation, references followed. */
    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> parameters(Map<String, Object> operation) {
        List<Map<String, Object>> found = new ArrayList<>();
        for (Object one : (List<Object>) operation.getOrDefault("parameters", List.of())) {
            Map<String, Object> parameter = (Map<String, Object>) one;
            Object reference = parameter.get("$ref");
            if (reference != null) {
                String name = reference.toString().substring(REFERENCE.length());
                parameter = api.getMap("components.parameters." + name);
                assertThat(parameter).as(name).isNotNull();
            }
            if ("query".equals(parameter.get("in"))) {
                found.add(parameter);
            }
        }
        return found;
    }

    @Test
    void describesEveryParameterWithTypeAndExample() {
        Set<String> seen = new TreeSet<>();
        paths().forEach((path, operations) ->
                operations.forEach((method, operation) -> parameters(operation).forEach(parameter -> {
                    String name = path + " " + parameter.get("name");
                    seen.add(String.valueOf(parameter.get("name")));
                    assertThat(parameter.get("schema")).as(name).isNotNull();
                    assertThat(parameter.get("description")).as(name).isNotNull();
                    // A cursor is only ever one that an answer gave.
                    if (!"cursor".equals(parameter.get("name"))) {
                        assertThat(parameter.get("example")).as(name).isNotNull();
                    }
                })));
        assertThat(seen)
                .contains("area", "indicator", "period", "from", "unit", "q", "limit", "cursor", "within", "run");
    }

    @Test
    void heedsEveryParameterThatIsDescribedAndNoOther() {
        paths().forEach((path, operations) -> {
            Map<String, Object> get = operations.get("get");
            if (get != null && !path.startsWith("/q/")) {
                String url = path.replaceAll("\\{[^}]*}", "0123");
                for (Map<String, Object> parameter : parameters(get)) {
                    String name = String.valueOf(parameter.get("name"));
                    // Twice is refused as such only where the name is known; a list may be given twice.
                    String answer =
                            given().get(url + "?" + name + "=&" + name + "=").asString();
                    assertThat(answer).as(path + " " + name).doesNotContain("there is no such parameter");
                }
                given().get(url + "?colour=red")
                        .then()
                        .statusCode(400)
                        .body("code", equalTo("bad-parameter"))
                        .body("parameter", equalTo("colour"));
            }
        });
    }

    @Test
    void describesEveryAnswerOfEveryOperation() {
        paths().forEach((path, operations) -> operations.forEach((method, operation) -> {
            Map<?, ?> responses = (Map<?, ?>) operation.getOrDefault("responses", Map.of());
            Set<String> codes = new TreeSet<>();
            responses.keySet().forEach(code -> codes.add(String.valueOf(code)));
            assertThat(codes)
                    .as(method + " " + path)
                    .contains("400", "401", "403", "503")
                    .anyMatch(code -> code.startsWith("2"));
        }));
    }

    private static List<?> several(@Nullable Object example) {
        return example instanceof List<?> list ? list : List.of(String.valueOf(example));
    }

    @Test
    void takesTheExamplesThatItGives() {
        paths().forEach((path, operations) -> {
            Map<String, Object> get = operations.get("get");
            if (get != null && !path.contains("{")) {
                for (Map<String, Object> parameter : parameters(get)) {
                    if (parameter.get("example") != null) {
                        String name = String.valueOf(parameter.get("name"));
                        ExtractableResponse<?> answer = given().queryParam(name, several(parameter.get("example")))
                                .get(path)
                                .then()
                                .extract();
                        // Another parameter may be missing; this one must not be what is wrong.
                        assertThat(answer.statusCode()).as(path + " " + name).isIn(200, 400);
                        if (answer.statusCode() == 400) {
                            assertThat(answer.jsonPath().getString("parameter"))
                                    .as(path + " " + name)
                                    .isNotEqualTo(name);
                        }
                    }
                }
            }
        });
    }
}
