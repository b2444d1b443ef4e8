package dev.zhibiao.store.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.zhibiao.events.ReportExtracted;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestStream;
import dev.zhibiao.store.stream.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers, and the examples of them, are as {@code /q/openapi} describes them. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@SuppressWarnings("NullAway.Init") // JUnit and CDI set the fields.
class AnswersIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANSWER = "/responses/200/content/application~1json";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private JsonNode api;

    @BeforeEach
    void read() throws IOException {
        api = JSON.readTree(given().get("/q/openapi?format=json").asByteArray());
    }

    /** The 200 in JSON of the GET of each path that has one. */
    private List<Map.Entry<String, JsonNode>> answers() {
        List<Map.Entry<String, JsonNode>> found = new ArrayList<>();
        api.path("paths").fields().forEachRemaining(path -> {
            JsonNode answer = path.getValue().path("get").at(ANSWER);
            // The structure is a thousand lines, and for programs that know it.
            if (!answer.isMissingNode() && !path.getKey().matches("/q/.*|/structure")) {
                found.add(Map.entry(path.getKey(), answer));
            }
        });
        return found;
    }

    private JsonSchema schema(JsonNode answer) {
        // OpenAPI 3.1 schemas are JSON Schema of 2020-12; what they refer to comes along.
        ObjectNode schema = answer.path("schema").deepCopy();
        schema.set("components", api.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }

    @Test
    void givesAnExampleOfEveryAnswerThatFollowsItsSchema() {
        assertThat(api.path("openapi").asText()).startsWith("3.1");
        Set<String> without = new TreeSet<>();
        for (Map.Entry<String, JsonNode> answer : answers()) {
            JsonNode example = answer.getValue().path("example");
            if (example.isMissingNode()) {
                without.add(answer.getKey());
            } else {
                assertThat(schema(answer.getValue()).validate(example))
                        .as(answer.getKey())
                        .isEmpty();
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void answersAsItsSchemasAndExamplesSay() throws IOException {
        GivenReport report = GivenReport.of("350100", 2024);
        report.says("地区生产总值", "GDP", "1286.4亿元", "128640000000", "元")
                .says("地区生产总值", "GDP", "1300亿元", "130000000000", "元")
                .plans("地区生产总值", "GDP", ">=", "1400亿元", "140000000000", "元");
        ReportExtracted extracted = report.extracted();
        try (TestStream stream = new TestStream(bootstrapServers, Topic.STORED)) {
            GivenReport.store(stream, List.of(extracted));
        }
        Map<String, String> questions = Map.of(
                "/compare", "?indicator=GDP&period=2023&areas=350100",
                "/conflicts", "?area=350100",
                "/coverage", "?within=350100&from=2024&to=2024",
                "/ledger", "?area=350100",
                "/series", "?indicator=GDP&area=350100",
                "/suggestions", "?q=fz");
        for (Map.Entry<String, JsonNode> answer : answers()) {
            String path = answer.getKey();
            if (path.equals("/replays/{run}")) {
                // There has been none.
                continue;
            }
            String id = path.startsWith("/observations")
                    ? extracted.observations().get(0).observationId()
                    : extracted.reportId();
            JsonNode said = JSON.readTree(given().get(path.replace("{id}", id) + questions.getOrDefault(path, ""))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray());
            assertThat(schema(answer.getValue()).validate(said)).as(path).isEmpty();
            // Of lists only these: what else is in one, and what its members are, is up to the tests that ran before.
            JsonNode example = answer.getValue().path("example");
            assertThat(members(example)).as(path).containsAll(members(said));
        }
    }

    private static Set<String> members(JsonNode answer) {
        Set<String> names = new TreeSet<>();
        answer.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
