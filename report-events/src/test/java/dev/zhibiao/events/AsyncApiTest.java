package dev.zhibiao.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    private JsonNode document;

    @BeforeEach
    void read() throws IOException {
        document =
                new ObjectMapper(new YAMLFactory()).readTree(AsyncApiTest.class.getResourceAsStream("asyncapi.yaml"));
    }

    @Test
    void hasAChannelForEveryTopicAndNoOther() {
        List<String> addresses = new ArrayList<>();
        document.path("channels")
                .forEach(channel -> addresses.add(channel.path("address").asText()));
        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    }

    @Test
    void namesEveryEventType() {
        List<String> types = new ArrayList<>();
        document.findValues("ce_type")
                .forEach(type -> types.add(type.path("const").asText()));
        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventType.values()).map(EventType::type).toList());
    }

    @Test
    void refersToNothingThatDoesNotExist() {
        List<JsonNode> references = document.findValues("$ref");
        assertThat(references).hasSizeGreaterThan(15);
        for (JsonNode reference : references) {
            String target = reference.asText();
            boolean exists = target.startsWith("#")
                    ? !document.at(target.substring(1)).isMissingNode()
                    : AsyncApiTest.class.getResource(target.substring(2)) != null;
            assertThat(exists).as(target).isTrue();
        }
    }
}
