package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zhibiao.events.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    private static final Path DEPLOY = ROOT.resolve("deploy");
    private static final String CREATE = "create ";

    private record Created(int partitions, Map<String, String> config) {}

    private final Map<String, Object> compose = yaml("compose.yaml");

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
        used.removeIf(volume -> volume.startsWith("./") && Files.exists(DEPLOY.resolve(volume)));
        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(map(compose.get("volumes")).keySet());
    }

    @Test
    void givesTheDashboardTheSeriesThatItAsksFor() throws IOException {
        String folder = "kubernetes/components/monitoring/dashboards";
        Map<String, Object> provider = map(
                items(yaml("compose/grafana-dashboards.yml").get("providers")).get(0));
        assertThat(list(service("grafana").get("volumes")))
                .contains("./" + folder + ":" + map(provider.get("options")).get("path") + ":ro");
        // What Grafana puts in for $namespace until somebody chooses another.
        JsonNode variable = new ObjectMapper()
                .readTree(DEPLOY.resolve(folder).resolve("zhibiao.json").toFile())
                .at("/templating/list/1");
        assertThat(variable.path("name").asText()).isEqualTo("namespace");
        List<Object> jobs = items(yaml("compose/prometheus.yml").get("scrape_configs"));
        assertThat(jobs)
                .extracting(job -> map(job).get("job_name"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Service.values()).map(Service::module).toList());
        assertThat(jobs)
                .allSatisfy(job -> assertThat(items(map(job).get("relabel_configs")))
                        .contains(Map.of(
                                "target_label",
                                "namespace",
                                "replacement",
                                variable.at("/current/value").asText())));
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

    private static Map<String, Object> yaml(String file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return map(new Yaml(options).load(Files.readString(DEPLOY.resolve(file))));
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
        return items(node).stream().map(String::valueOf).toList();
    }

    private static List<Object> items(@Nullable Object node) {
        return node instanceof List<?> items ? List.copyOf(items) : List.of();
    }
}
