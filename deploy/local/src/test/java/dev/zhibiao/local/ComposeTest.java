package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** What deploy/compose.yaml says twice, beside where it is said first. */
class ComposeTest {

    private static final Path ROOT = Path.of(System.getProperty("zhibiao.root"));
    private static final String CREATE = "create ";

    private record Created(int partitions, Map<String, String> config) {}

    private final Map<String, Object> compose = compose();

    @Test
    void createsTheTopicsOfTheTable() {
        Map<String, Created> table = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            table.put(topic.topicName(), new Created(topic.partitions(), topic.config()));
        }
        assertThat(created()).isEqualTo(table);
    }

    @Test
    void givesTheBrokerTheLimitsOfTheTable() {
        assertThat(map(service("kafka").get("environment")))
                .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .containsEntry("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(Topic.largestMessageBytes()))
                .containsEntry("KAFKA_OFFSETS_RETENTION_MINUTES", Long.toString(Topic.OFFSETS_RETENTION.toMinutes()));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void holdsEachServiceAsKubernetesDoes(Service service) throws IOException {
        Map<String, Object> held = service(service.module());
        assertThat(held)
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"));
        // As the parent's version: what -Dimages has built is what is started.
        String version = Files.readString(ROOT.resolve("pom.xml")).replaceFirst("(?s).*?<version>([^<]+).*", "$1");
        assertThat(held.get("image"))
                .isEqualTo("${ZHIBIAO_IMAGES:-zhibiao}/" + service.module() + ":${ZHIBIAO_VERSION:-" + version + "}");
    }

    @Test
    void leavesRoomForSeveralOfEach() {
        map(compose.get("services"))
                .forEach((name, service) -> assertThat(map(service)).as(name).doesNotContainKey("container_name"));
        assertThat(service("extract-service")).doesNotContainKey("ports");
    }

    @Test
    void keepsEverythingInVolumesThatItNames() {
        Set<String> used = new LinkedHashSet<>();
        map(compose.get("services"))
                .values()
                .forEach(service -> list(map(service).get("volumes"))
                        .forEach(volume -> used.add(volume.substring(0, volume.indexOf(':')))));
        used.removeIf(volume ->
                volume.startsWith("./") && Files.exists(ROOT.resolve("deploy").resolve(volume)));
        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(map(compose.get("volumes")).keySet());
    }

    private Map<String, Created> created() {
        Map<String, Created> created = new LinkedHashMap<>();
        list(service("topics").get("command"))
                .get(0)
                .lines()
                .filter(line -> line.startsWith(CREATE))
                .forEach(line -> {
                    List<String> words = List.of(line.substring(CREATE.length()).split(" "));
                    Map<String, String> config = new LinkedHashMap<>();
                    int partitions = 0;
                    for (int i = 1; i + 1 < words.size(); i += 2) {
                        String value = words.get(i + 1);
                        if (words.get(i).equals("--partitions")) {
                            partitions = Integer.parseInt(value);
                        } else {
                            assertThat(words.get(i)).isEqualTo("--config");
                            config.put(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
                        }
                    }
                    created.put(words.get(0), new Created(partitions, config));
                });
        return created;
    }

    private Map<String, Object> service(String name) {
        return map(map(compose.get("services")).get(name));
    }

    private static Map<String, Object> compose() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return map(new Yaml(options).load(Files.readString(ROOT.resolve("deploy/compose.yaml"))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> map(@Nullable Object node) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        return map;
    }

    private static List<String> list(@Nullable Object node) {
        List<String> list = new ArrayList<>();
        if (node instanceof List<?> items) {
            items.forEach(item -> list.add(String.valueOf(item)));
        }
        return list;
    }
}
