package dev.zhibiao.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Pods with more than they need, without a limit, or with probes that mean something else than they say. */
final class Pods implements Check {

    private static final Set<String> PROBES =
            Set.of("startupProbe /q/health/live", "livenessProbe /q/health/live", "readinessProbe /q/health/ready");

    @Override
    public List<String> findings(Overlay overlay) {
        List<String> findings = new ArrayList<>();
        for (Manifest workload : overlay.workloads()) {
            pod(workload, findings);
            workload.containers().forEach(container -> container(workload, container, findings));
        }
        overlay.of("KafkaNodePool")
                .forEach(pool -> strimzi(pool, "/spec/template", List.of("kafkaContainer"), findings));
        overlay.of("Kafka").forEach(kafka -> {
            strimzi(
                    kafka,
                    "/spec/entityOperator/template",
                    List.of("topicOperatorContainer", "userOperatorContainer"),
                    findings);
            strimzi(kafka, "/spec/kafkaExporter/template", List.of("container"), findings);
        });
        for (Manifest service : overlay.services()) {
            for (String probe : PROBES) {
                String[] parts = probe.split(" ", 2);
                JsonNode path = service.containers().get(0).path(parts[0]).at("/httpGet/path");
                if (!path.asText().equals(parts[1])) {
                    findings.add(service.id() + ": its " + parts[0] + " asks " + path + " and not " + parts[1]);
                }
            }
            if (overlay.of("PodDisruptionBudget")
                    .noneMatch(budget -> Overlay.matches(budget.at("/spec/selector"), service.podLabels()))) {
                findings.add(service.id() + ": no PodDisruptionBudget selects it");
            }
            if (service.pod().path("topologySpreadConstraints").isEmpty()) {
                findings.add(service.id() + ": all its replicas may be on one node");
            }
        }
        return findings;
    }

    /** By its own default Strimzi asks for less than the namespace's security takes. */
    private static void strimzi(Manifest resource, String template, List<String> containers, List<String> findings) {
        boolean restricted = resource.at(template + "/pod/securityContext/runAsNonRoot")
                        .asBoolean()
                && resource.at(template + "/pod/securityContext/seccompProfile/type")
                        .asText()
                        .equals("RuntimeDefault")
                && containers.stream()
                        .map(container -> resource.at(template + "/" + container + "/securityContext"))
                        .allMatch(security -> !security.path("allowPrivilegeEscalation")
                                        .asBoolean(true)
                                && security.at("/capabilities/drop/0").asText().equals("ALL"));
        require(
                resource,
                restricted,
                "of " + template + " Strimzi would make a pod that the namespace refuses",
                findings);
    }

    private static void pod(Manifest workload, List<String> findings) {
        JsonNode pod = workload.pod();
        require(workload, pod.at("/securityContext/runAsNonRoot").asBoolean(), "it may run as root", findings);
        require(
                workload,
                pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault"),
                "it has no seccomp profile",
                findings);
        require(
                workload,
                !pod.path("automountServiceAccountToken").asBoolean(true),
                "it has a token for the API server",
                findings);
    }

    private static void container(Manifest workload, JsonNode container, List<String> findings) {
        JsonNode security = container.path("securityContext");
        require(
                workload,
                security.path("readOnlyRootFilesystem").asBoolean(),
                "its root file system can be written to",
                findings);
        require(
                workload,
                !security.path("allowPrivilegeEscalation").asBoolean(true),
                "it may escalate privileges",
                findings);
        require(
                workload,
                security.at("/capabilities/drop/0").asText().equals("ALL"),
                "it keeps capabilities",
                findings);
        for (String amount : List.of("/requests/cpu", "/requests/memory", "/limits/memory")) {
            require(
                    workload,
                    !container.path("resources").at(amount).isMissingNode(),
                    "it has no resources" + amount,
                    findings);
        }
        require(
                workload,
                !container.path("image").asText().endsWith(":latest")
                        && container.path("image").asText().contains(":"),
                "its image has no version",
                findings);
    }

    private static void require(Manifest workload, boolean holds, String otherwise, List<String> findings) {
        if (!holds) {
            findings.add(workload.id() + ": " + otherwise);
        }
    }
}
