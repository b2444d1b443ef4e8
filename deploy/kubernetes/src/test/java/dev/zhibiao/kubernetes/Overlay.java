package dev.zhibiao.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that one overlay installs. */
record Overlay(List<Manifest> manifests) {

    static final Path FOLDER = Path.of(System.getProperty("zhibiao.root")).resolve("deploy/kubernetes");

    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", Manifest.POD);

    static Overlay load(String name) {
        return new Overlay(Kustomization.build(FOLDER.resolve("overlays").resolve(name)));
    }

    /** With a file that is installed beside it for a while. */
    Overlay with(String file) {
        List<Manifest> all = new ArrayList<>(manifests);
        Yaml.read(FOLDER.resolve(file)).forEach(document -> all.add(new Manifest(document)));
        return new Overlay(all);
    }

    Stream<Manifest> of(String kind) {
        return manifests.stream().filter(manifest -> manifest.kind().equals(kind));
    }

    Optional<Manifest> find(String kind, String name) {
        return manifests.stream().filter(manifest -> manifest.is(kind, name)).findFirst();
    }

    boolean has(String kind, String name) {
        return find(kind, name).isPresent();
    }

    /** What makes pods, or is one. */
    List<Manifest> workloads() {
        return manifests.stream()
                .filter(manifest -> WORKLOADS.contains(manifest.kind()))
                .toList();
    }

    /** The services of this project: Deployments whose image is one of theirs. */
    List<Manifest> services() {
        return of("Deployment").toList();
    }

    /** Workloads whose pods a label selector matches; an empty selector matches all. */
    List<Manifest> selected(JsonNode selector) {
        return workloads().stream()
                .filter(workload -> matches(selector, workload.podLabels()))
                .toList();
    }

    static boolean matches(JsonNode selector, Map<String, String> labels) {
        boolean matches = Manifest.strings(selector.path("matchLabels")).entrySet().stream()
                .allMatch(entry -> entry.getValue().equals(labels.get(entry.getKey())));
        for (JsonNode expression : selector.path("matchExpressions")) {
            String value = labels.get(expression.path("key").asText());
            boolean in = Manifest.list(expression.path("values")).stream()
                    .anyMatch(each -> each.asText().equals(value));
            matches &= switch (expression.path("operator").asText()) {
                case "In" -> in;
                case "NotIn" -> !in;
                case "Exists" -> value != null;
                case "DoesNotExist" -> value == null;
                default -> throw new IllegalArgumentException("operator of " + expression);
            };
        }
        return matches;
    }
}
