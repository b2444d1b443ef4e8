package dev.zhibiao.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One resource. */
record Manifest(ObjectNode json) {

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

    /** The pod template of a Deployment or StatefulSet. */
    JsonNode pod() {
        return json.at("/spec/template/spec");
    }

    List<JsonNode> containers() {
        return list(pod().path("containers"));
    }

    /** Labels of the pods it makes. */
    Map<String, String> podLabels() {
        return strings(json.at("/spec/template/metadata/labels"));
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
