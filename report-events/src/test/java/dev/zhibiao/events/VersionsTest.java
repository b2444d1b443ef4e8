package dev.zhibiao.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * While a service is upgraded, its old and its new processes read and write the same topics. The messages under
 * {@code messages/0.1.0} and the records of {@link Version010} are as that version wrote and read them and stay so.
 */
class VersionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of("report-received", Examples.received(), Version010.Received.class),
                Arguments.of("report-extracted", Examples.extracted(), Version010.Extracted.class));
    }

    /** Whatever has been added since is absent in it, and must be allowed to be. */
    @ParameterizedTest
    @MethodSource("events")
    void newerReadsWhatTheOlderWrote(String name, Object event, Class<?> older) throws IOException {
        byte[] stored = stored(name);
        Object read = EventJson.read(stored, event.getClass());
        assertThat(JSON.readTree(EventJson.write(read))).isEqualTo(JSON.readTree(stored));
        assertThat(EventSchemaTest.schema(name).validate(JSON.readTree(stored))).isEmpty();
    }

    /** Whatever was optional then may be left out by an older writer, and must be allowed to be. */
    @ParameterizedTest
    @MethodSource("events")
    void newerReadsTheLeastThatTheOlderWrote(String name, Object event, Class<?> older) throws IOException {
        ObjectNode least = (ObjectNode) JSON.readTree(stored(name));
        least.remove(List.of("hints", "fingerprint"));
        ((ObjectNode) least.get("origin")).remove(List.of("charset", "source"));
        least.findValues("metadata").forEach(metadata -> ((ObjectNode) metadata).retain("kind", "conflicts"));
        least.path("glossary").forEach(term -> ((ObjectNode) term).retain("term", "start", "end"));
        Object read = EventJson.read(JSON.writeValueAsBytes(least), event.getClass());
        assertThat(JSON.readTree(EventJson.write(read))).isEqualTo(least);
    }

    /** What this version writes has all that the older one cannot do without, under the same names. */
    @ParameterizedTest
    @MethodSource("events")
    void olderReadsWhatTheNewerWrites(String name, Object event, Class<?> older) throws IOException {
        JsonNode written = JSON.readTree(EventJson.write(event));
        JsonNode read = JSON.readTree(EventJson.write(EventJson.read(EventJson.write(event), older)));
        fields("", read)
                .forEach(field -> assertThat(text(written, field)).as(field).isEqualTo(text(read, field)));
        assertThat(fields("", read)).isNotEmpty();
    }

    /** Fields that do not exist yet, at every place where one may come in. */
    @ParameterizedTest
    @MethodSource("events")
    void olderReadsOverFieldsOfVersionsToCome(String name, Object event, Class<?> older) throws IOException {
        JsonNode later = JSON.readTree(stored(name));
        int added = addToEveryObject(later);
        assertThat(added).isGreaterThan(1);
        assertThat(EventJson.read(JSON.writeValueAsBytes(later), older)).isEqualTo(EventJson.read(stored(name), older));
        assertThat(EventJson.read(JSON.writeValueAsBytes(later), event.getClass()))
                .isEqualTo(EventJson.read(stored(name), event.getClass()));
    }

    private static int addToEveryObject(JsonNode node) {
        int added = 0;
        for (JsonNode child : node) {
            added += addToEveryObject(child);
        }
        if (node instanceof ObjectNode object) {
            object.putObject("fieldToCome").put("a", 1);
            added++;
        }
        return added;
    }

    /** Pointers to all values. */
    private static List<String> fields(String at, JsonNode node) {
        List<String> fields = new ArrayList<>();
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(field -> fields.addAll(fields(at + "/" + field, node.get(field))));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                fields.addAll(fields(at + "/" + i, node.get(i)));
            }
        } else {
            fields.add(at);
        }
        return fields;
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).asText();
    }

    private static byte[] stored(String name) throws IOException {
        try (var stored = VersionsTest.class.getResourceAsStream("messages/0.1.0/" + name + ".json")) {
            assertThat(stored).isNotNull();
            return stored.readAllBytes();
        }
    }
}
