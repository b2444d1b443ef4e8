package dev.zhibiao.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.zjsonpatch.JsonPatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * As much of kustomize as these overlays use: resources, components, patches (JSON Merge Patch, RFC 7396, and JSON
 * Patch, RFC 6902) and generators with fixed names. What it does not know it refuses; where {@code kubectl} is at hand
 * its result is compared with {@code kubectl kustomize}.
 */
final class Kustomization {

    private static final Set<String> KNOWN = Set.of(
            "apiVersion",
            "kind",
            "resources",
            "components",
            "patches",
            "secretGenerator",
            "configMapGenerator",
            "generatorOptions");
    private static final Set<String> GENERATED = Set.of("name", "namespace", "literals", "files", "options");
    private static final ObjectMapper YAML = new YAMLMapper();

    private final List<Manifest> manifests = new ArrayList<>();

    private Kustomization() {}

    /** What {@code kubectl kustomize} would print for this folder, in the order of the resources. */
    static List<Manifest> build(Path folder) {
        Kustomization result = new Kustomization();
        result.add(folder);
        return result.manifests;
    }

    /** The files that a folder's kustomization names as resources. */
    static List<String> resources(Path folder) {
        return Manifest.list(read(folder).path("resources")).stream()
                .map(JsonNode::asText)
                .toList();
    }

    private static ObjectNode read(Path folder) {
        List<ObjectNode> documents = Yaml.read(folder.resolve("kustomization.yaml"));
        if (documents.size() != 1) {
            throw new IllegalArgumentException(folder + " has " + documents.size() + " kustomizations");
        }
        documents.get(0).fieldNames().forEachRemaining(key -> require(KNOWN, key, folder));
        return documents.get(0);
    }

    private static void require(Set<String> known, String key, Path folder) {
        if (!known.contains(key)) {
            throw new IllegalArgumentException("this reader of kustomizations does not know " + key + " in " + folder);
        }
    }

    private void add(Path folder) {
        ObjectNode kustomization = read(folder);
        for (String resource : resources(folder)) {
            Path path = folder.resolve(resource).normalize();
            if (Files.isDirectory(path)) {
                add(path);
            } else {
                Yaml.read(path).forEach(document -> manifests.add(new Manifest(document)));
            }
        }
        kustomization
                .path("components")
                .forEach(component -> add(folder.resolve(component.asText()).normalize()));
        kustomization.path("secretGenerator").forEach(generator -> generate("Secret", generator, folder));
        kustomization.path("configMapGenerator").forEach(generator -> generate("ConfigMap", generator, folder));
        kustomization.path("patches").forEach(patch -> patch(patch, folder));
    }

    private void generate(String kind, JsonNode generator, Path folder) {
        generator.fieldNames().forEachRemaining(key -> require(GENERATED, key, folder));
        if (!generator.at("/options/disableNameSuffixHash").asBoolean()) {
            throw new IllegalArgumentException(generator.path("name") + " would get another name with each content");
        }
        ObjectNode resource = YAML.createObjectNode();
        resource.put("apiVersion", "v1").put("kind", kind);
        ObjectNode metadata = resource.putObject("metadata");
        metadata.put("name", generator.path("name").asText());
        metadata.put("namespace", generator.path("namespace").asText());
        if (generator.at("/options").has("labels")) {
            metadata.set("labels", generator.at("/options/labels"));
        }
        if (kind.equals("Secret")) {
            resource.put("type", "Opaque");
        }
        ObjectNode data = resource.putObject("data");
        for (JsonNode literal : generator.path("literals")) {
            String[] parts = literal.asText().split("=", 2);
            put(data, kind, parts[0], parts[1]);
        }
        for (JsonNode file : generator.path("files")) {
            String[] parts = file.asText().split("=", 2);
            Path path = folder.resolve(parts[parts.length - 1]);
            try {
                put(
                        data,
                        kind,
                        parts.length == 2 ? parts[0] : path.getFileName().toString(),
                        Files.readString(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        manifests.add(new Manifest(resource));
    }

    private static void put(ObjectNode data, String kind, String key, String value) {
        data.put(
                key,
                kind.equals("Secret")
                        ? Base64.getEncoder().encodeToString(value.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        : value);
    }

    private void patch(JsonNode patch, Path folder) {
        if (patch.has("path")) {
            Yaml.read(folder.resolve(patch.path("path").asText())).forEach(this::merge);
            return;
        }
        JsonNode target = patch.path("target");
        int found = 0;
        for (int i = 0; i < manifests.size(); i++) {
            Manifest manifest = manifests.get(i);
            if (target.path("kind").asText().equals(manifest.kind())
                    && (!target.has("name") || target.path("name").asText().equals(manifest.name()))) {
                found++;
                manifests.set(i, new Manifest(apply(patch.path("patch").asText(), manifest)));
            }
        }
        if (found == 0) {
            throw new IllegalArgumentException("a patch in " + folder + " is for nothing: " + target);
        }
    }

    private static ObjectNode apply(String operations, Manifest manifest) {
        try {
            return (ObjectNode) JsonPatch.apply(YAML.readTree(operations), manifest.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kinds patched so have no lists that kustomize would merge by key, or are custom ones, where it never does. */
    private void merge(ObjectNode patch) {
        Manifest by = new Manifest(patch);
        for (int i = 0; i < manifests.size(); i++) {
            if (manifests.get(i).is(by.kind(), by.name())) {
                manifests.set(i, new Manifest(merged(manifests.get(i).json(), patch)));
                return;
            }
        }
        throw new IllegalArgumentException("a patch is for nothing: " + by.id());
    }

    private static ObjectNode merged(ObjectNode base, ObjectNode patch) {
        ObjectNode result = base.deepCopy();
        patch.properties().forEach(entry -> {
            JsonNode old = result.get(entry.getKey());
            if (entry.getValue().isNull()) {
                result.remove(entry.getKey());
            } else if (old instanceof ObjectNode object && entry.getValue() instanceof ObjectNode value) {
                result.set(entry.getKey(), merged(object, value));
            } else {
                result.set(entry.getKey(), entry.getValue().deepCopy());
            }
        });
        return result;
    }
}
