package dev.zhibiao.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Names of other resources that are not there, volumes that nothing mounts, files that are not in the install order. */
final class References implements Check {

    /** What the operator makes before the installation, by the keys that it must have (docs/operations.md). */
    private static final Map<String, Set<String>> BY_THE_OPERATOR =
            Map.of("zhibiao-mongodb", Set.of("uri"), "zhibiao-access", Set.of("access.properties"));
    /** What Strimzi makes for a cluster and for a user. */
    private static final Set<String> OF_A_CLUSTER = Set.of("ca.crt", "ca.p12", "ca.password");

    private static final Set<String> OF_A_USER = Set.of("ca.crt", "user.crt", "user.key", "user.p12", "user.password");

    @Override
    public List<String> findings(Overlay overlay) {
        List<String> findings = new ArrayList<>();
        Map<String, Set<String>> secrets = secrets(overlay);
        for (Manifest workload : overlay.workloads()) {
            serviceAccount(workload, overlay, findings);
            volumes(workload, findings);
            secretKeys(workload)
                    .forEach((secret, keys) -> keys.stream()
                            .filter(key ->
                                    !secrets.getOrDefault(secret, Set.of()).contains(key))
                            .forEach(key ->
                                    findings.add(workload.id() + ": no secret " + secret + " has a key " + key)));
            workload.configMaps().stream()
                    .filter(map -> !overlay.has("ConfigMap", map))
                    .forEach(map -> findings.add(workload.id() + ": there is no ConfigMap " + map));
        }
        overlay.of("TriggerAuthentication").forEach(authentication -> {
            for (JsonNode ref : authentication.at("/spec/secretTargetRef")) {
                if (!secrets.getOrDefault(ref.path("name").asText(), Set.of())
                        .contains(ref.path("key").asText())) {
                    findings.add(authentication.id() + ": no secret "
                            + ref.path("name").asText() + " has a key "
                            + ref.path("key").asText());
                }
            }
        });
        twice(overlay, findings);
        namespaces(overlay, findings);
        return findings;
    }

    private static Map<String, Set<String>> secrets(Overlay overlay) {
        Map<String, Set<String>> secrets = new TreeMap<>(BY_THE_OPERATOR);
        overlay.of("Kafka").forEach(cluster -> secrets.put(cluster.name() + "-cluster-ca-cert", OF_A_CLUSTER));
        overlay.of("KafkaUser").forEach(user -> secrets.put(user.name(), OF_A_USER));
        overlay.of("Secret")
                .forEach(secret -> secrets.put(
                        secret.name(), Manifest.strings(secret.at("/data")).keySet()));
        return secrets;
    }

    private static Map<String, Set<String>> secretKeys(Manifest workload) {
        Map<String, Set<String>> keys = new TreeMap<>();
        for (JsonNode container : workload.containers()) {
            for (JsonNode variable : container.path("env")) {
                JsonNode ref = variable.at("/valueFrom/secretKeyRef");
                if (!ref.isMissingNode()) {
                    keys.computeIfAbsent(ref.path("name").asText(), name -> new HashSet<>())
                            .add(ref.path("key").asText());
                }
            }
        }
        for (JsonNode volume : workload.pod().path("volumes")) {
            for (JsonNode item : volume.at("/secret/items")) {
                keys.computeIfAbsent(volume.at("/secret/secretName").asText(), name -> new HashSet<>())
                        .add(item.path("key").asText());
            }
        }
        return keys;
    }

    private static void serviceAccount(Manifest workload, Overlay overlay, List<String> findings) {
        JsonNode account = workload.pod().path("serviceAccountName");
        if (!account.isMissingNode() && !overlay.has("ServiceAccount", account.asText())) {
            findings.add(workload.id() + ": there is no ServiceAccount " + account.asText());
        }
    }

    private static void volumes(Manifest workload, List<String> findings) {
        Set<String> volumes = new HashSet<>();
        Stream.concat(
                        Manifest.list(workload.pod().path("volumes")).stream().map(volume -> volume.path("name")),
                        Manifest.list(workload.at("/spec/volumeClaimTemplates")).stream()
                                .map(claim -> claim.at("/metadata/name")))
                .forEach(name -> volumes.add(name.asText()));
        Set<String> mounted = new HashSet<>();
        workload.containers()
                .forEach(container -> container
                        .path("volumeMounts")
                        .forEach(mount -> mounted.add(mount.path("name").asText())));
        mounted.stream()
                .filter(name -> !volumes.contains(name))
                .forEach(name -> findings.add(workload.id() + ": there is no volume " + name));
        volumes.stream()
                .filter(name -> !mounted.contains(name))
                .forEach(name -> findings.add(workload.id() + ": nothing mounts the volume " + name));
    }

    private static void twice(Overlay overlay, List<String> findings) {
        Set<String> seen = new HashSet<>();
        overlay.manifests().stream()
                .filter(manifest -> !seen.add(manifest.id()))
                .forEach(manifest -> findings.add(manifest.id() + ": it is there twice"));
    }

    private static void namespaces(Overlay overlay, List<String> findings) {
        overlay.manifests().stream()
                .filter(manifest -> !manifest.kind().equals("Namespace"))
                .filter(manifest -> !overlay.has(
                        "Namespace", manifest.at("/metadata/namespace").asText()))
                .forEach(manifest -> findings.add(manifest.id() + ": its namespace is not one of these manifests"));
    }
}
