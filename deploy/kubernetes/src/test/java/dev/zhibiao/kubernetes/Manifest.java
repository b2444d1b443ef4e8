package dev.zhibiao.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One resource. */
record Manifest(ObjectNode json) {

    static final String POD = "Pod";

    String apiVersion() {
        return json.path("apiVersion").asText();
    }

    String kind() {
        return json.path("kind").asText();
    }

    String name() {
        return json.at("/metadata/name").asText();
    }

    /** As findings name it: {@code Deployment/ingest-service}. */
    String id() {
        return kind() + "/" + name();
    }

    boolean is(String kind, String name) {
        return kind().equals(kind) && name().equals(name);
    }

    JsonNode at(String pointer) {
        return json.at(pointer);
    }

    /** What the pods of a Deployment or StatefulSet are like, or a pod is. */
    JsonNode pod() {
        return template().path("spec");
    }

    private JsonNode template() {
        return kind().equals(POD) ? json : json.at("/spec/template");
    }

    List<JsonNode> containers() {
        return list(pod().path("containers"));
    }

    /** ConfigMaps that its pods take their environment or files from. */
    List<String> configMaps() {
        Stream<JsonNode> environments = containers().stream()
                .flatMap(container -> list(container.path("envFrom")).stream())
                .map(from -> from.at("/configMapRef/name"));
        Stream<JsonNode> files = list(pod().path("volumes")).stream().map(volume -> volume.at("/configMap/name"));
        return Stream.concat(environments, files)
                .filter(name -> !name.isMissingNode())
                .map(JsonNode::asText)
                .toList();
    }

    /** Labels of the pods it makes, or of the pod it is. */
    Map<String, String> podLabels() {
        return strings(template().at("/metadata/labels"));
    }

    static Map<String, String> strings(JsonNode node) {
        Map<String, String> strings = new TreeMap<>();
        node.properties()
                .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asText()));
        return strings;
    }

    static List<JsonNode> list(JsonNode node) {
        List<JsonNode> list = new ArrayList<>();
        node.forEach(list::add);
        return list;
    }
}
