package dev.zhibiao.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zhibiao.events.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Topics and brokers that are not laid out as the one table of topics says. */
final class Topics implements Check {

    @Override
    public List<String> findings(Overlay overlay) {
        List<String> findings = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            overlay.find("KafkaTopic", topic.topicName())
                    .ifPresentOrElse(
                            manifest -> topic(manifest, topic, findings),
                            () -> findings.add("KafkaTopic/" + topic.topicName() + ": it is missing"));
        }
        overlay.of("KafkaTopic")
                .filter(manifest -> Arrays.stream(Topic.values())
                        .noneMatch(topic -> topic.topicName().equals(manifest.name())))
                .forEach(manifest -> findings.add(manifest.id() + ": it is not in the table of topics"));
        overlay.of("KafkaTopic").forEach(topic -> replicas(topic, overlay, findings));
        overlay.of("Kafka").forEach(kafka -> broker(kafka, overlay, findings));
        for (String kind : List.of("KafkaTopic", "KafkaUser", "KafkaNodePool")) {
            overlay.of(kind)
                    .filter(each -> !overlay.has(
                            "Kafka",
                            each.at("/metadata/labels")
                                    .path("strimzi.io/cluster")
                                    .asText()))
                    .forEach(each -> findings.add(each.id() + ": there is no Kafka of its label strimzi.io/cluster"));
        }
        return findings;
    }

    private static void topic(Manifest manifest, Topic topic, List<String> findings) {
        if (manifest.at("/spec/partitions").asInt() != topic.partitions()) {
            findings.add(manifest.id() + ": the table has " + topic.partitions() + " partitions");
        }
        Map<String, String> table = new TreeMap<>(topic.config());
        Map<String, String> there = Manifest.strings(manifest.at("/spec/config"));
        if (!there.equals(table)) {
            findings.add(manifest.id() + ": its config is " + there + ", in the table it is " + table);
        }
    }

    private static int brokers(Overlay overlay) {
        return overlay.of("KafkaNodePool")
                .mapToInt(pool -> pool.at("/spec/replicas").asInt())
                .sum();
    }

    private static void replicas(Manifest topic, Overlay overlay, List<String> findings) {
        if (topic.at("/spec/replicas").asInt() > brokers(overlay)) {
            findings.add(topic.id() + ": more replicas than there are brokers");
        }
    }

    private static void broker(Manifest kafka, Overlay overlay, List<String> findings) {
        JsonNode config = kafka.at("/spec/kafka/config");
        if (config.path("offsets.retention.minutes").asLong() < Topic.OFFSETS_RETENTION.toMinutes()) {
            findings.add(
                    kafka.id() + ": offsets.retention.minutes must be at least " + Topic.OFFSETS_RETENTION.toMinutes());
        }
        if (config.path("message.max.bytes").asInt() < Topic.largestMessageBytes()
                || config.path("replica.fetch.max.bytes").asInt() < Topic.largestMessageBytes()) {
            findings.add(kafka.id() + ": message.max.bytes and replica.fetch.max.bytes must be at least "
                    + Topic.largestMessageBytes());
        }
        if (config.path("auto.create.topics.enable").asBoolean(true)) {
            findings.add(kafka.id() + ": a misspelt topic would be created");
        }
        for (String factor : List.of("default.replication.factor", "offsets.topic.replication.factor")) {
            int copies = config.path(factor).asInt();
            if (copies < 1 || copies > brokers(overlay)) {
                findings.add(kafka.id() + ": " + factor + " " + copies + " with " + brokers(overlay) + " brokers");
            }
        }
        if (config.path("min.insync.replicas").asInt() > Math.max(1, brokers(overlay) - 1)) {
            findings.add(kafka.id() + ": with min.insync.replicas of all brokers none may be away");
        }
    }
}
