package dev.zhibiao.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zhibiao.events.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** ACLs for what does not exist, for more than is needed, or for less than the service's channels take. */
final class KafkaUsers implements Check {

    private static final List<String> MODULES = List.of("ingest-service", "extract-service", "store-service");
    private static final Set<String> ALLOWED = Set.of("Read", "Write", "Describe");

    /** What each service's clients do beside their channels: producers of their own, and replays. */
    private static final Map<String, Set<Topic>> WRITTEN = Map.of(
            "ingest-service", EnumSet.of(Topic.RECEIVED, Topic.KNOWN, Topic.FAILED),
            "extract-service", EnumSet.of(Topic.EXTRACTED, Topic.FAILED),
            "store-service",
                    EnumSet.of(
                            Topic.STORED,
                            Topic.OBSERVATIONS,
                            Topic.FAILED,
                            Topic.SUBMITTED,
                            Topic.RECEIVED,
                            Topic.EXTRACTED));
    /** Read without a group: the ids that are known, by every replica from the first record on. */
    private static final Map<String, Set<Topic>> READ = Map.of("ingest-service", EnumSet.of(Topic.KNOWN));

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
        overlay.find("KafkaUser", "keda")
                .ifPresentOrElse(
                        user -> same(user, lags(overlay), findings),
                        () -> findings.add("KafkaUser/keda: it is missing"));
        return findings;
    }

    /** What KEDA asks for: the end of each trigger's topic and the offsets of its group. */
    private static Map<String, Set<String>> lags(Overlay overlay) {
        Map<String, Set<String>> rights = new TreeMap<>();
        overlay.of("ScaledObject")
                .flatMap(scaled -> Manifest.list(scaled.at("/spec/triggers")).stream())
                .filter(trigger -> trigger.path("type").asText().equals("kafka"))
                .map(trigger -> trigger.path("metadata"))
                .forEach(trigger -> {
                    rights.put("group " + trigger.path("consumerGroup").asText(), Set.of("Describe"));
                    rights.put("topic " + trigger.path("topic").asText(), Set.of("Describe"));
                });
        return rights;
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
        Map<String, Set<String>> rights = new TreeMap<>();
        sources.topicsByGroup().forEach((group, topics) -> {
            allow(rights, "group " + group, "Read");
            topics.forEach(topic -> allow(rights, "topic " + topic, "Read"));
        });
        sources.written().forEach(topic -> allow(rights, "topic " + topic, "Write"));
        READ.getOrDefault(user.name(), Set.of()).forEach(topic -> allow(rights, "topic " + topic.topicName(), "Read"));
        WRITTEN.getOrDefault(user.name(), Set.of())
                .forEach(topic -> allow(rights, "topic " + topic.topicName(), "Write"));
        rights.forEach((resource, operations) -> {
            if (resource.startsWith("topic ")) {
                operations.add("Describe");
            }
        });
        same(user, rights, findings);
    }

    private static void allow(Map<String, Set<String>> rights, String resource, String operation) {
        rights.computeIfAbsent(resource, key -> new TreeSet<>()).add(operation);
    }

    /** Exactly these: with less the service stands still, with more it may do what it never does. */
    private static void same(Manifest user, Map<String, Set<String>> rights, List<String> findings) {
        Map<String, Set<String>> given = new TreeMap<>();
        for (JsonNode acl : user.at("/spec/authorization/acls")) {
            String resource = acl.at("/resource/type").asText() + " "
                    + acl.at("/resource/name").asText();
            acl.path("operations").forEach(operation -> allow(given, resource, operation.asText()));
        }
        rights.forEach((resource, operations) -> operations.stream()
                .filter(operation -> !given.getOrDefault(resource, Set.of()).contains(operation))
                .forEach(operation -> findings.add(user.id() + ": it may not " + operation + " the " + resource)));
        given.forEach((resource, operations) -> operations.stream()
                .filter(operation -> !rights.getOrDefault(resource, Set.of()).contains(operation))
                .forEach(operation -> findings.add(user.id() + ": it never has to " + operation + " the " + resource)));
    }
}
