package dev.zhibiao.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zhibiao.events.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Scaling that would never start, never stop, or start what gets no partition. */
final class ScaledObjects implements Check {

    @Override
    public List<String> findings(Overlay overlay) {
        List<String> findings = new ArrayList<>();
        overlay.of("ScaledObject").forEach(scaled -> scaled(scaled, overlay, findings));
        return findings;
    }

    private static void scaled(Manifest scaled, Overlay overlay, List<String> findings) {
        String target = scaled.at("/spec/scaleTargetRef/name").asText();
        Optional<Manifest> deployment = overlay.find("Deployment", target);
        if (deployment.isEmpty()) {
            findings.add(scaled.id() + ": there is no Deployment " + target);
            return;
        }
        if (!deployment.get().at("/spec/replicas").isMissingNode()) {
            findings.add(deployment.get().id() + ": every apply would set back the replicas that KEDA set");
        }
        String bootstrap = overlay.find("ConfigMap", "zhibiao")
                .map(map -> map.at("/data/KAFKA_BOOTSTRAP_SERVERS").asText())
                .orElse("");
        for (JsonNode trigger : scaled.at("/spec/triggers")) {
            if (trigger.path("type").asText().equals("kafka")) {
                kafka(scaled, deployment.get(), trigger, bootstrap, findings);
            }
            JsonNode authentication = trigger.at("/authenticationRef/name");
            if (!authentication.isMissingNode() && !overlay.has("TriggerAuthentication", authentication.asText())) {
                findings.add(scaled.id() + ": there is no TriggerAuthentication " + authentication.asText());
            }
        }
        if (scaled.at("/spec/minReplicaCount").asInt()
                > scaled.at("/spec/maxReplicaCount").asInt()) {
            findings.add(scaled.id() + ": its least is more than its most");
        }
    }

    private static void kafka(
            Manifest scaled, Manifest deployment, JsonNode trigger, String bootstrap, List<String> findings) {
        JsonNode metadata = trigger.path("metadata");
        String group = metadata.path("consumerGroup").asText();
        String topicName = metadata.path("topic").asText();
        Optional<Topic> topic = Arrays.stream(Topic.values())
                .filter(each -> each.topicName().equals(topicName))
                .findFirst();
        if (topic.isEmpty()) {
            findings.add(scaled.id() + ": there is no topic " + topicName);
        } else if (scaled.at("/spec/maxReplicaCount").asInt() != topic.get().partitions()) {
            findings.add(scaled.id() + ": " + topicName + " has " + topic.get().partitions()
                    + " partitions, which is the most replicas that get one");
        }
        ServiceSources sources = ServiceSources.of(Settings.module(deployment));
        if (!sources.topicsByGroup().containsKey(group)) {
            findings.add(scaled.id() + ": " + deployment.id() + " has no group " + group);
        } else if (!sources.topicsByGroup().get(group).contains(topicName)) {
            findings.add(scaled.id() + ": the group " + group + " does not read " + topicName);
        }
        if (!metadata.path("offsetResetPolicy").asText().equals("earliest")) {
            findings.add(scaled.id() + ": consumers begin at earliest, so must the lag");
        }
        if (!metadata.path("bootstrapServers").asText().equals(bootstrap)) {
            findings.add(scaled.id() + ": its brokers are not those of the services, " + bootstrap);
        }
    }
}
