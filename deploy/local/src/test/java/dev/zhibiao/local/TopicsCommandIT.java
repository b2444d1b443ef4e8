package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zhibiao.events.Topic;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./zhibiao topics} against a real broker. */
class TopicsCommandIT {

    private static final String[] NAMES =
            Arrays.stream(Topic.values()).map(Topic::topicName).toArray(String[]::new);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private @Nullable Broker broker;

    @AfterEach
    void stop() {
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void saysWhatIsMissingAndChangesNothingUntilItIsToldTo() throws Exception {
        String kafka = broker(Map.of());
        assertThat(run("--bootstrap", kafka)).isEqualTo(1);
        assertThat(out.toString()).contains(NAMES).contains("--apply");
        try (Admin admin = admin(kafka)) {
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
        assertThat(run("--bootstrap", kafka, "--apply", "--replication", "1")).isZero();
        assertThat(run("--bootstrap", kafka, "--apply")).isZero();
        assertThat(run("--bootstrap", kafka)).isZero();
        assertThat(out.toString().lines()).hasSize(1 + NAMES.length);
        try (Admin admin = admin(kafka)) {
            for (Topic topic : Topic.values()) {
                assertThat(partitions(admin, topic)).as(topic.topicName()).isEqualTo(topic.partitions());
                assertThat(configs(admin, topic)).containsAllEntriesOf(topic.config());
            }
        }
    }

    @Test
    void putsRightWhatDiffersAndLeavesEverythingElse() throws Exception {
        String kafka = broker(Map.of("message.max.bytes", "1048588"));
        try (Admin admin = admin(kafka)) {
            create(admin, Topic.RECEIVED, 2, Map.of("segment.ms", "123456789", "retention.ms", "3600000"));
            create(admin, Topic.SUBMITTED, Topic.SUBMITTED.partitions() + 2, Topic.SUBMITTED.config());
            create(admin, Topic.KNOWN, 1, Map.of("cleanup.policy", "delete"));
            assertThat(run("--bootstrap", kafka)).isEqualTo(1);
            assertThat(line("reports.received", "partitions")).contains("2", "6");
            assertThat(line("reports.received", "retention.ms")).contains("3600000", "2592000000");
            assertThat(line("reports.received", "max.message.bytes")).contains("34603008");
            assertThat(line("reports.known", "cleanup.policy")).contains("delete", "compact");

            assertThat(run("--bootstrap", kafka, "--apply")).isEqualTo(1);
            assertThat(run("--bootstrap", kafka)).isEqualTo(1);
            assertThat(out.toString().lines()).hasSize(1 + NAMES.length);
            assertThat(line("reports.submitted", "partitions")).contains("8", "6");
            assertThat(partitions(admin, Topic.SUBMITTED)).isEqualTo(8);
            assertThat(partitions(admin, Topic.RECEIVED)).isEqualTo(Topic.RECEIVED.partitions());
            assertThat(configs(admin, Topic.RECEIVED))
                    .containsEntry("segment.ms", "123456789")
                    .containsAllEntriesOf(Topic.RECEIVED.config());
            assertThat(configs(admin, Topic.KNOWN)).containsAllEntriesOf(Topic.KNOWN.config());
        }
    }

    @Test
    void addsNoPartitionToACompactedTopicThatHasRecords() throws Exception {
        String kafka = broker(Map.of());
        try (Admin admin = admin(kafka)) {
            create(admin, Topic.OBSERVATIONS, 2, Topic.OBSERVATIONS.config());
            send(kafka, Topic.OBSERVATIONS);
            assertThat(run("--bootstrap", kafka, "--apply")).isEqualTo(1);
            assertThat(line("observations", "partitions")).contains("compacted");
            assertThat(partitions(admin, Topic.OBSERVATIONS)).isEqualTo(2);
        }
    }

    @Test
    void saysThatTheBrokerForgetsGroupsTooEarly() throws Exception {
        String kafka = broker(Map.of("offsets.retention.minutes", "10080"));
        assertThat(run("--bootstrap", kafka, "--apply")).isEqualTo(1);
        assertThat(line("broker 1", "offsets.retention.minutes"))
                .contains("10080", Long.toString(Topic.OFFSETS_RETENTION.toMinutes()));
    }

    @Test
    void signsInByTheClientsProperties() throws Exception {
        String login = "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"operator\""
                + " password=\"secret\"";
        String kafka = broker(Map.of(
                "listener.security.protocol.map", "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "sasl.enabled.mechanisms", "PLAIN",
                "sasl.mechanism.inter.broker.protocol", "PLAIN",
                "listener.name.plaintext.plain.sasl.jaas.config", login + " user_operator=\"secret\";"));
        Path client = Files.writeString(
                folder.resolve("client.properties"),
                "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nsasl.jaas.config=" + login + ";\n");
        assertThat(run("--bootstrap", kafka, "--command-config", client.toString(), "--apply"))
                .isZero();

        Files.writeString(client, Files.readString(client).replace("secret", "wrong"));
        assertThat(run("--bootstrap", kafka, "--command-config", client.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("zhibiao: ").contains(kafka).hasLineCount(1);
    }

    @Test
    void saysInOneLineWhatStandsInTheWay() throws IOException {
        String nobody = Ports.HOST + ":" + Ports.anyFree();
        assertThat(run("--bootstrap", nobody)).isEqualTo(2);
        assertThat(err.toString()).startsWith("zhibiao: ").contains(nobody).hasLineCount(1);
        String missing = folder.resolve("missing.properties").toString();
        assertThat(run("--bootstrap", nobody, "--command-config", missing)).isEqualTo(2);
        assertThat(err.toString()).startsWith("zhibiao: ").contains(missing).hasLineCount(1);
        assertThat(run("--bootstrap", "no-port")).isEqualTo(2);
        assertThat(err.toString()).startsWith("zhibiao: ").contains("no-port").hasLineCount(1);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void saysThatTheBrokerCannotReplicateSoOften() {
        String kafka = broker(Map.of());
        assertThat(run("--bootstrap", kafka, "--apply", "--replication", "3")).isEqualTo(2);
        assertThat(err.toString()).startsWith("zhibiao: ").contains(kafka).hasLineCount(1);
    }

    private String broker(Map<String, String> more) {
        LauncherLog.writeTo(folder.resolve("broker.log"));
        Broker started = Broker.start(folder.resolve("kafka"), Ports.anyFree(), more);
        broker = started;
        return started.bootstrapServers();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = new String[arguments.length + 1];
        all[0] = "topics";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(all);
    }

    private String line(String where, String setting) {
        return out.toString()
                .lines()
                .filter(line -> line.startsWith(where) && line.contains(" " + setting + " "))
                .findFirst()
                .orElse("nothing of " + where + " " + setting + " in\n" + out);
    }

    private static Admin admin(String kafka) {
        return Admin.create(Map.of("bootstrap.servers", kafka));
    }

    private static void create(Admin admin, Topic topic, int partitions, Map<String, String> config) throws Exception {
        NewTopic created = new NewTopic(topic.topicName(), Optional.of(partitions), Optional.empty());
        admin.createTopics(List.of(created.configs(config))).all().get();
        // The broker shows it a moment after the controller has taken it.
        await().until(() -> admin.listTopics().names().get().contains(topic.topicName()));
    }

    private static void send(String kafka, Topic topic) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic.topicName(), "key", "value"))
                    .get();
        }
    }

    private static int partitions(Admin admin, Topic topic) throws Exception {
        return admin.describeTopics(List.of(topic.topicName())).allTopicNames().get().values().stream()
                .mapToInt(description -> description.partitions().size())
                .sum();
    }

    private static Map<String, String> configs(Admin admin, Topic topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
        Map<String, String> configs = new HashMap<>();
        admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .values()
                .forEach(found -> found.entries().forEach(entry -> configs.put(entry.name(), entry.value())));
        return configs;
    }
}
