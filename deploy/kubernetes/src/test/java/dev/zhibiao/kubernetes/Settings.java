package dev.zhibiao.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Settings that the service does not read: a misspelt one is silently the default. */
final class Settings implements Check {

    @Override
    public List<String> findings(Overlay overlay) {
        List<String> findings = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        overlay.workloads().forEach(workload -> used.addAll(workload.configMaps()));
        for (Manifest service : overlay.services()) {
            ServiceSources sources = ServiceSources.of(module(service));
            for (JsonNode container : service.containers()) {
                for (JsonNode from : container.path("envFrom")) {
                    String name = from.at("/configMapRef/name").asText();
                    overlay.find("ConfigMap", name)
                            .ifPresent(map -> map.at("/data")
                                    .fieldNames()
                                    .forEachRemaining(key -> read(sources, key, map.id(), service, findings)));
                }
                for (JsonNode variable : container.path("env")) {
                    read(sources, variable.path("name").asText(), service.id(), service, findings);
                }
            }
        }
        overlay.of("ConfigMap")
                .filter(map -> !used.contains(map.name()))
                .filter(map -> !map.at("/metadata/labels").has("grafana_dashboard"))
                .forEach(map -> findings.add(map.id() + ": nothing uses it"));
        return findings;
    }

    private static void read(
            ServiceSources sources, String key, String where, Manifest service, List<String> findings) {
        if (!sources.reads(key)) {
            findings.add(where + ": " + key + " is nothing that " + module(service) + " reads");
        }
    }

    /** The module whose image it runs: {@code store-service} of {@code zhibiao/store-service:0.1.0}. */
    static String module(Manifest service) {
        String image = service.containers().get(0).path("image").asText();
        return image.replaceFirst("^.*/", "").replaceFirst(":.*$", "");
    }
}
