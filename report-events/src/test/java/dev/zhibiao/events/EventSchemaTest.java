package dev.zhibiao.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            factory -> factory.schemaMappers(mappers ->
                    mappers.mapPrefix("https://zhibiao.dev/schema/", "classpath:dev/zhibiao/events/schema/")));

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of("report-received", Examples.received()),
                Arguments.of("report-extracted", Examples.extracted()),
                Arguments.of("report-stored", Examples.stored()),
                Arguments.of("observation-state", Examples.state()),
                Arguments.of("known-report", Examples.known()));
    }

    static JsonSchema schema(String name) {
        return SCHEMAS.getSchema(SchemaLocation.of("https://zhibiao.dev/schema/" + name + ".json"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void acceptsTheSerialisedEvent(String schema, Object event) {
        String json = new String(EventJson.write(event), StandardCharsets.UTF_8);
        assertThat(schema(schema).validate(json, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void refusesTheEventWithoutARequiredField(String schema, Object event) throws IOException {
        JsonNode required = JSON.readTree(getClass().getResourceAsStream("schema/" + schema + ".json"))
                .path("required");
        assertThat(required).isNotEmpty();
        for (JsonNode field : required) {
            ObjectNode json = (ObjectNode) JSON.readTree(EventJson.write(event));
            json.remove(field.asText());
            assertThat(schema(schema).validate(json)).as(field.asText()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void namesEveryFieldOfTheRecord(String schema, Object event) throws IOException {
        JsonNode properties = JSON.readTree(getClass().getResourceAsStream("schema/" + schema + ".json"))
                .path("properties");
        JSON.readTree(EventJson.write(event))
                .fieldNames()
                .forEachRemaining(
                        field -> assertThat(properties.has(field)).as(field).isTrue());
        assertThat(properties.size()).isEqualTo(event.getClass().getRecordComponents().length);
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsBackWhatItWrote(String schema, Object event) {
        byte[] json = EventJson.write(event);
        assertThat(EventJson.write(EventJson.read(json, event.getClass()))).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsTheStoredOlderMessageAndReadsOverAFieldItDoesNotKnow(String schema, Object event) throws IOException {
        try (var stored = getClass().getResourceAsStream("messages/" + schema + ".v1.json")) {
            assertThat(stored).isNotNull();
            byte[] bytes = stored.readAllBytes();
            assertThat(schema(schema).validate(JSON.readTree(bytes))).isEmpty();
            Object read = EventJson.read(bytes, event.getClass());
            JsonNode again = JSON.readTree(EventJson.write(read));
            ObjectNode expected = (ObjectNode) JSON.readTree(bytes);
            expected.remove("fieldOfANewerWriter");
            assertThat(again).isEqualTo(expected);
        }
    }
}
