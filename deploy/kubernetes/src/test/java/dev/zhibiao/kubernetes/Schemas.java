package dev.zhibiao.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of the kinds, closed: a field that a kind does not have is a mistake, as for the API server. Those of
 * Kubernetes and of the Prometheus operator come with fabric8's model; those of Strimzi and KEDA are in
 * {@code custom-resources.json}, as far as the manifests use them ({@code deploy/kubernetes/check} applies them to the
 * real ones).
 */
final class Schemas {

    private static final String INT_OR_STRING = "io.k8s.apimachinery.pkg.util.intstr.IntOrString";
    private static final String QUANTITY = "io.k8s.apimachinery.pkg.api.resource.Quantity";
    private static final Map<String, String> PACKAGES = Map.of(
            "v1", "io.k8s.api.core.v1",
            "apps/v1", "io.k8s.api.apps.v1",
            "policy/v1", "io.k8s.api.policy.v1",
            "networking.k8s.io/v1", "io.k8s.api.networking.v1",
            "monitoring.coreos.com/v1", "com.coreos.monitoring.v1");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode kubernetes;
    private final ObjectNode custom;
    private final Map<String, JsonSchema> schemas = new HashMap<>();
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    Schemas() {
        kubernetes = (ObjectNode) resource("/openshift-generated.json").path("definitions");
        custom = (ObjectNode) resource("custom-resources.json").path("definitions");
        kubernetes.forEach(Schemas::close);
        ((ObjectNode) kubernetes.path(INT_OR_STRING))
                .putArray("type")
                .add("integer")
                .add("string");
        ((ObjectNode) kubernetes.path(INT_OR_STRING)).remove("format");
        ((ObjectNode) kubernetes.path(QUANTITY)).putArray("type").add("number").add("string");
    }

    private static JsonNode resource(String name) {
        try (InputStream in = Schemas.class.getResourceAsStream(name)) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode definition) {
        if (definition instanceof ObjectNode object
                && object.has("properties")
                && !object.has("additionalProperties")
                && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            object.put("additionalProperties", false);
        }
        if (definition instanceof ObjectNode object) {
            object.path("properties").forEach(Schemas::close);
        }
    }

    /** What is wrong with the resource by its definition; empty where nothing is. */
    List<String> findings(Manifest manifest) {
        JsonSchema schema = schemas.computeIfAbsent(manifest.apiVersion() + " " + manifest.kind(), kind -> {
            ObjectNode definition = definition(manifest);
            return definition == null
                    ? null
                    : factory.getSchema(
                            definition, SchemaValidatorsConfig.builder().build());
        });
        if (schema == null) {
            return List.of(manifest.id() + ": no definition of " + manifest.apiVersion() + " " + manifest.kind());
        }
        return schema.validate(manifest.json()).stream()
                .map(message -> manifest.id() + ": " + message.getMessage())
                .toList();
    }

    private @Nullable ObjectNode definition(Manifest manifest) {
        String name = PACKAGES.get(manifest.apiVersion()) + "." + manifest.kind();
        String own = manifest.apiVersion() + "." + manifest.kind();
        ObjectNode definitions = kubernetes.has(name) ? kubernetes : custom;
        String key = kubernetes.has(name) ? name : own;
        if (!definitions.has(key)) {
            return null;
        }
        ObjectNode schema = MAPPER.createObjectNode();
        schema.put("$ref", "#/definitions/" + key.replace("~", "~0").replace("/", "~1"));
        schema.set("definitions", definitions);
        return schema;
    }
}
