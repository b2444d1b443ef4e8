package dev.zhibiao.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zhibiao.events.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** ACLs for what does not exist, for more than is needed, or for less than the service's channels take. */
final class KafkaUsers implements Check {

    private static final List<String> MODULES = List.of("ingest-service", "extract-service", "store-service");
    private static final Set<String> ALLOWED = Set.of("Read", "Write", "Describe");

    @Override
    public List<String> findings(Overlay overlay) {
        List<String> findings = new ArrayList<>();
        overlay.of("KafkaUser").forEach(user -> known(user, findings));
        for (String module : MODULES) {
            overlay.find("KafkaUser", module)
                    .ifPresentOrElse(
                            user -> enough(user, ServiceSources.of(module), findings),
                            () -> findings.add("KafkaUser/" + module + ": it is missing"));
        }
        return findings;
    }

    private static void known(Manifest user, List<String> findings) {
        Set<String> topics = Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toSet());
        for (JsonNode acl : user.at("/spec/authorization/acls")) {
            String type = acl.at("/resource/type").asText();
            String name = acl.at("/resource/name").asText();
            Set<String> names = switch (type) {
                case "topic" -> topics;
                case "group" -> groups();
                default -> Set.of();
            };
            if (!names.contains(name)) {
                findings.add(user.id() + ": there is no " + type + " " + name);
            }
            if (!acl.at("/resource/patternType").asText().equals("literal")) {
                findings.add(user.id() + ": a pattern allows what comes later, too: " + name);
            }
            for (JsonNode operation : acl.path("operations")) {
                if (!ALLOWED.contains(operation.asText())) {
                    findings.add(user.id() + ": no service needs to " + operation.asText() + " " + name);
                }
            }
        }
    }

    /** The consumer groups of all services. */
    static Set<String> groups() {
        Set<String> groups = new HashSet<>();
        MODULES.forEach(module ->
                groups.addAll(ServiceSources.of(module).topicsByGroup().keySet()));
        return groups;
    }

    /** The topics that a group reads, over all services. */
    static Set<String> topicsOf(String group) {
        return MODULES.stream()
                .map(module -> ServiceSources.of(module).topicsByGroup().getOrDefault(group, Set.of()))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private static void enough(Manifest user, ServiceSources sources, List<String> findings) {
        sources.topicsByGroup().forEach((group, topics) -> {
            require(user, "group", group, "Read", findings);
            topics.forEach(topic -> require(user, "topic", topic, "Read", findings));
        });
        sources.written().forEach(topic -> require(user, "topic", topic, "Write", findings));
    }

    private static void require(Manifest user, String type, String name, String operation, List<String> findings) {
        if (!operations(user, type, name).contains(operation)) {
            findings.add(user.id() + ": it may not " + operation + " the " + type + " " + name);
        }
    }

    private static Set<String> operations(Manifest user, String type, String name) {
        return Manifest.list(user.at("/spec/authorization/acls")).stream()
                .filter(acl -> Map.of("type", type, "name", name)
                        .equals(Map.of(
                                "type", acl.at("/resource/type").asText(),
                                "name", acl.at("/resource/name").asText())))
                .flatMap(acl -> Manifest.list(acl.path("operations")).stream())
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
