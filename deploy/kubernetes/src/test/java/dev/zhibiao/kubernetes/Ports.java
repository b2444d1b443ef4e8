package dev.zhibiao.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Ports that no container opens, and containers that say another port than their service listens on. */
final class Ports implements Check {

    @Override
    public List<String> findings(Overlay overlay) {
        List<String> findings = new ArrayList<>();
        for (Manifest workload : overlay.workloads()) {
            workload.containers().forEach(container -> container(workload, container, findings));
        }
        for (Manifest service : overlay.services()) {
            int port = ServiceSources.of(Settings.module(service)).port();
            if (!opens(service, Integer.toString(port))) {
                findings.add(service.id() + ": the service listens on " + port + ", which is no port of the container");
            }
        }
        overlay.of("Service").forEach(service -> service(service, overlay, findings));
        overlay.of("Ingress").forEach(ingress -> ingress(ingress, overlay, findings));
        overlay.of("NetworkPolicy").forEach(policy -> policy(policy, overlay, findings));
        overlay.of("PodMonitor").forEach(monitor -> {
            for (JsonNode endpoint : monitor.at("/spec/podMetricsEndpoints")) {
                allOpen(monitor, monitor.at("/spec/selector"), endpoint.path("port"), overlay, findings);
            }
        });
        return findings;
    }

    private static void container(Manifest workload, JsonNode container, List<String> findings) {
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            Stream.of("httpGet", "tcpSocket")
                    .map(how -> container.path(probe).path(how).path("port"))
                    .filter(port -> !port.isMissingNode() && !opens(container, port.asText()))
                    .forEach(port -> findings.add(
                            workload.id() + ": no container opens the port " + port.asText() + " of its " + probe));
        }
    }

    private static void service(Manifest service, Overlay overlay, List<String> findings) {
        Map<String, String> selector = Manifest.strings(service.at("/spec/selector"));
        for (JsonNode port : service.at("/spec/ports")) {
            String target = port.has("targetPort")
                    ? port.path("targetPort").asText()
                    : port.path("port").asText();
            overlay.workloads().stream()
                    .filter(workload -> workload.podLabels().entrySet().containsAll(selector.entrySet()))
                    .filter(workload -> !opens(workload, target))
                    .forEach(
                            workload -> findings.add(service.id() + ": " + workload.id() + " opens no port " + target));
        }
    }

    private static void ingress(Manifest ingress, Overlay overlay, List<String> findings) {
        for (JsonNode rule : ingress.at("/spec/rules")) {
            for (JsonNode path : rule.at("/http/paths")) {
                JsonNode backend = path.at("/backend/service");
                String port = backend.at("/port/name").asText();
                boolean there = overlay.find("Service", backend.path("name").asText())
                        .map(service -> Manifest.list(service.at("/spec/ports")).stream()
                                .anyMatch(each -> each.path("name").asText().equals(port)))
                        .orElse(false);
                if (!there) {
                    findings.add(ingress.id() + ": no service "
                            + backend.path("name").asText() + " with a port " + port);
                }
            }
        }
    }

    private static void policy(Manifest policy, Overlay overlay, List<String> findings) {
        for (JsonNode rule : policy.at("/spec/ingress")) {
            for (JsonNode port : rule.path("ports")) {
                allOpen(policy, policy.at("/spec/podSelector"), port.path("port"), overlay, findings);
            }
        }
    }

    private static void allOpen(Manifest by, JsonNode selector, JsonNode port, Overlay overlay, List<String> findings) {
        for (Manifest workload : overlay.selected(selector)) {
            if (!opens(workload, port.asText())) {
                findings.add(by.id() + ": " + workload.id() + " opens no port " + port.asText());
            }
        }
    }

    private static boolean opens(Manifest workload, String port) {
        return workload.containers().stream().anyMatch(container -> opens(container, port));
    }

    private static boolean opens(JsonNode container, String port) {
        return Manifest.list(container.path("ports")).stream()
                .anyMatch(each -> each.path("name").asText().equals(port)
                        || each.path("containerPort").asText().equals(port));
    }
}
