package dev.zhibiao.local;

import dev.zhibiao.events.Topic;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A real Kafka broker, its own controller (KRaft), in this process. */
final class Broker implements Closeable {

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final int port;

    private Broker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    static Broker start(Path folder, int port) {
        return start(folder, port, Map.of());
    }

    /**
     * Starts it.
     *
     * @param more settings instead of its own
     */
    static Broker start(Path folder, int port, Map<String, String> more) {
        try {
            format(folder);
            Properties settings = settings(folder, port);
            settings.putAll(more);
            KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
            server.startup();
            return new Broker(server, port);
        } catch (Exception e) {
            throw new CannotRunException(e, "broker.failed", folder, Reason.of(e));
        }
    }

    private static void format(Path folder) throws Exception {
        Files.createDirectories(folder);
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName(CONTROLLER)
                .run();
    }

    private static Properties settings(Path folder, int port) throws IOException {
        // Only this process talks to the controller, and no file remembers its port: any free one will do.
        int controllerPort = Ports.anyFree();
        Map<String, Object> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE);
        settings.put("log.dirs", folder.toString());
        settings.put("controller.quorum.voters", NODE + "@" + Ports.HOST + ":" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put(
                "listeners",
                "PLAINTEXT://%1$s:%2$d,%3$s://%1$s:%4$d".formatted(Ports.HOST, port, CONTROLLER, controllerPort));
        settings.put("advertised.listeners", "PLAINTEXT://" + Ports.HOST + ":" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.putAll(oneNode());
        settings.putAll(sizesAndTimes());
        Properties properties = new Properties();
        settings.forEach((name, value) -> properties.put(name, value.toString()));
        return properties;
    }

    private static Map<String, Object> oneNode() {
        return Map.of(
                "offsets.topic.replication.factor", 1,
                "offsets.topic.num.partitions", 1,
                "transaction.state.log.replication.factor", 1,
                "transaction.state.log.min.isr", 1,
                "share.coordinator.state.topic.replication.factor", 1,
                "share.coordinator.state.topic.min.isr", 1);
    }

    private static Map<String, Object> sizesAndTimes() {
        return Map.ofEntries(
                Map.entry("auto.create.topics.enable", false),
                Map.entry("group.initial.rebalance.delay.ms", 0),
                Map.entry("offsets.retention.minutes", Topic.OFFSETS_RETENTION.toMinutes()),
                Map.entry("message.max.bytes", Topic.largestMessageBytes()),
                Map.entry("replica.fetch.max.bytes", Topic.largestMessageBytes()),
                // The cleaner's default buffer is 128 MiB of heap for topics of a few thousand keys.
                Map.entry("log.cleaner.dedupe.buffer.size", 2 << 20),
                // After a kill the controller waits for the old session to end: 2 s instead of 9.
                Map.entry("broker.session.timeout.ms", 2000),
                Map.entry("broker.heartbeat.interval.ms", 500));
    }

    String bootstrapServers() {
        return Ports.HOST + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
