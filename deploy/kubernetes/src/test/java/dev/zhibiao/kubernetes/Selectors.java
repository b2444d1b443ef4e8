package dev.zhibiao.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Selectors that match no pod: the API server takes them, and nothing is selected for ever. */
final class Selectors implements Check {

    /** Pods that Strimzi makes for the cluster of these manifests. */
    private static final Map<String, String> BROKERS = Map.of(
            "strimzi.io/cluster", "zhibiao",
            "strimzi.io/kind", "Kafka",
            "app.kubernetes.io/part-of", "strimzi-zhibiao");

    @Override
    public List<String> findings(Overlay overlay) {
        List<String> findings = new ArrayList<>();
        overlay.workloads().forEach(workload -> workload(workload, findings));
        overlay.of("Service")
                .filter(service -> overlay.workloads().stream()
                        .noneMatch(workload -> workload.podLabels()
                                .entrySet()
                                .containsAll(Manifest.strings(service.at("/spec/selector"))
                                        .entrySet())))
                .forEach(service -> findings.add(service.id() + ": its selector matches no pod"));
        overlay.of("PodDisruptionBudget").forEach(budget -> one(budget, overlay, findings));
        overlay.of("PodMonitor").forEach(monitor -> any(monitor, monitor.at("/spec/selector"), overlay, findings));
        overlay.of("NetworkPolicy").forEach(policy -> {
            any(policy, policy.at("/spec/podSelector"), overlay, findings);
            peers(policy).forEach(peer -> any(policy, peer, overlay, findings));
        });
        return findings;
    }

    private static void workload(Manifest workload, List<String> findings) {
        if (!Overlay.matches(workload.at("/spec/selector"), workload.podLabels())) {
            findings.add(workload.id() + ": its selector does not match its own pods");
        }
        for (JsonNode spread : workload.pod().path("topologySpreadConstraints")) {
            if (!Overlay.matches(spread.path("labelSelector"), workload.podLabels())) {
                findings.add(workload.id() + ": it spreads other pods than its own");
            }
        }
    }

    private static void one(Manifest budget, Overlay overlay, List<String> findings) {
        int selected = overlay.selected(budget.at("/spec/selector")).size();
        if (selected != 1) {
            findings.add(budget.id() + ": its selector matches the pods of " + selected + " workloads");
        }
    }

    private static void any(Manifest by, JsonNode selector, Overlay overlay, List<String> findings) {
        if (overlay.selected(selector).isEmpty() && !Overlay.matches(selector, BROKERS)) {
            findings.add(by.id() + ": a selector matches no pod: " + selector);
        }
    }

    /** Selectors of peers in the namespace itself. */
    private static Stream<JsonNode> peers(Manifest policy) {
        return Stream.of("ingress:from", "egress:to")
                .map(way -> way.split(":", 2))
                .flatMap(way -> Manifest.list(policy.at("/spec/" + way[0])).stream()
                        .flatMap(rule -> Manifest.list(rule.path(way[1])).stream()))
                .filter(peer -> peer.has("podSelector") && !peer.has("namespaceSelector"))
                .map(peer -> peer.path("podSelector"));
    }
}
