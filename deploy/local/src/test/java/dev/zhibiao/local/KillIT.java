package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zhibiao.events.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL of broker, database and each service at random moments while reports stream in. After each kill every report
 * that got a 202 is stored with all its observations, each once. {@code -Pendurance} kills more often and streams the
 * corpus where it is; {@code -Dzhibiao.kills=N} and {@code -Dzhibiao.seed=N} choose.
 */
class KillIT {

    private static final Path ROOT = Path.of(System.getProperty("zhibiao.root"));
    private static final Path CORPUS = Path.of(System.getProperty("zhibiao.shared"), "corpus");
    private static final int KILLS = Integer.getInteger("zhibiao.kills", 5);
    private static final long SEED = Long.getLong("zhibiao.seed", 7L);
    private static final boolean WITH_CORPUS = Boolean.getBoolean("zhibiao.kills.corpus");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int NEW_BETWEEN_KILLS = 10;
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(150);

    /** What can be killed. */
    private enum Part {
        BROKER,
        DATABASE,
        INGEST,
        EXTRACT,
        STORE
    }

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final List<String> table = new ArrayList<>();
    /** Each part as often as the others, in an order of chance. */
    private final List<Part> order = new ArrayList<>();

    @Test
    void losesNoReportAndDoublesNoObservationWhateverIsKilled() throws Exception {
        Ports ports = Ports.free();
        try (InfrastructureProcess broker =
                        InfrastructureProcess.start("broker", folder.resolve("kafka"), ports.kafka());
                InfrastructureProcess database =
                        InfrastructureProcess.start("database", folder.resolve("mongodb"), ports.mongodb())) {
            broker.awaitOpen();
            database.awaitOpen();
            LocalSystem.Settings settings = new LocalSystem.Settings(
                    ROOT,
                    folder.resolve("data"),
                    ports,
                    "mongodb://" + Ports.HOST + ":" + ports.mongodb() + "/zhibiao",
                    Ports.HOST + ":" + ports.kafka());
            try (LocalSystem system = new LocalSystem(settings)) {
                system.start();
                run(system, broker, database);
            }
        } finally {
            write();
        }
    }

    private void run(LocalSystem system, InfrastructureProcess broker, InfrastructureProcess database)
            throws Exception {
        List<String> texts = texts();
        StoreClient store = new StoreClient(system.storeUri());
        try (ReportStream reports = new ReportStream(system.ingestUri(), texts, BETWEEN_REPORTS)) {
            List<List<String>> undisturbed = undisturbed(reports, store, texts.size());
            reports.from(texts.size());
            reports.start();
            Set<String> checked = new HashSet<>();
            for (int kill = 1; kill <= KILLS; kill++) {
                Part part = next();
                Pause.of(Duration.ofMillis(random.nextInt(2500)));
                int before = reports.acknowledged().size();
                int unchecked = before - checked.size();
                kill(part, system, broker, database);
                Pause.of(Duration.ofMillis(random.nextInt(1500)));
                restart(part, system, broker, database);
                long began = System.nanoTime();
                // Only a system that takes reports again is worth the next kill.
                await().atMost(PATIENCE).until(() -> reports.acknowledged().size() >= before + NEW_BETWEEN_KILLS);
                reports.pause(true);
                requireAllStored(reports.acknowledged(), checked, undisturbed, store);
                reports.pause(false);
                table.add("| %d | %s | %d | %d | %d | %d |"
                        .formatted(
                                kill,
                                part.name().toLowerCase(Locale.ROOT),
                                before,
                                unchecked,
                                (System.nanoTime() - began) / 1_000_000_000,
                                checked.size()));
                write();
            }
            reports.close();
            requireAllStored(reports.acknowledged(), checked, undisturbed, store);
            requireWhole(reports.acknowledged(), undisturbed, store, system);
        }
    }

    private Part next() {
        if (order.isEmpty()) {
            order.addAll(Arrays.asList(Part.values()));
            Collections.shuffle(order, random);
        }
        return order.remove(0);
    }

    private static void kill(
            Part part, LocalSystem system, InfrastructureProcess broker, InfrastructureProcess database)
            throws InterruptedException {
        switch (part) {
            case BROKER -> broker.kill();
            case DATABASE -> database.kill();
            case INGEST -> system.kill(Service.INGEST);
            case EXTRACT -> system.kill(Service.EXTRACT);
            case STORE -> system.kill(Service.STORE);
        }
    }

    private static void restart(
            Part part, LocalSystem system, InfrastructureProcess broker, InfrastructureProcess database)
            throws IOException {
        switch (part) {
            case BROKER -> broker.restart();
            case DATABASE -> database.restart();
            case INGEST -> system.start(Service.INGEST);
            case EXTRACT -> system.start(Service.EXTRACT);
            case STORE -> system.start(Service.STORE);
        }
    }

    /** The observations of each text as a run without kills finds them. */
    private static List<List<String>> undisturbed(ReportStream reports, StoreClient store, int texts) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < texts; i++) {
            ids.add(reports.send(i));
        }
        List<List<String>> undisturbed = new ArrayList<>();
        for (String id : ids) {
            await().atMost(PATIENCE).until(() -> state(store, id).equals("stored"));
            undisturbed.add(lines(store, id));
        }
        assertThat(undisturbed.stream().mapToInt(List::size).sum()).isPositive();
        return undisturbed;
    }

    /** Waits until all those acknowledged are stored with as many observations as without kills. */
    private static void requireAllStored(
            Map<String, Integer> acknowledged, Set<String> checked, List<List<String>> undisturbed, StoreClient store) {
        Map<String, Integer> left = new HashMap<>(acknowledged);
        left.keySet().removeAll(checked);
        for (Map.Entry<String, Integer> one : left.entrySet()) {
            await().alias("report " + one.getKey()).atMost(PATIENCE).until(() -> {
                JsonNode report = store.report(one.getKey()).orElse(null);
                assertThat(report == null ? "" : report.path("failure").toString())
                        .isEmpty();
                return report != null
                        && report.path("state").asText().equals("stored")
                        && report.path("observations").asInt()
                                == undisturbed.get(one.getValue()).size();
            });
            checked.add(one.getKey());
        }
    }

    /** Every observation as without kills, in the store and to those who listen. */
    private static void requireWhole(
            Map<String, Integer> acknowledged, List<List<String>> undisturbed, StoreClient store, LocalSystem system) {
        Set<String> ids = new HashSet<>();
        acknowledged.forEach((id, text) -> {
            assertThat(lines(store, id)).as(id).isEqualTo(undisturbed.get(text));
            items(store, id)
                    .forEach(o -> assertThat(ids.add(o.path("observationId").asText()))
                            .isTrue());
        });
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told(system.bootstrapServers()))
                        .as("states on the topic observations")
                        .isEqualTo(ids));
    }

    /** Ids that a consumer who reads the compacted topic from its beginning has in the end. */
    private static Set<String> told(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        Set<String> ids = new HashSet<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.OBSERVATIONS.topicName()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.value() == null) {
                        ids.remove(record.key());
                    } else {
                        ids.add(record.key());
                    }
                });
            }
        }
        return ids;
    }

    private static String state(StoreClient store, String id) {
        return store.report(id).map(report -> report.path("state").asText()).orElse("unknown");
    }

    private static List<String> lines(StoreClient store, String id) {
        List<String> lines = new ArrayList<>();
        store.get("/reports/" + id + "/observations")
                .orElseThrow()
                .path("items")
                .forEach(o -> {
                    Map<String, String> fields = new TreeMap<>();
                    for (String name :
                            List.of("start", "end", "text", "indicator", "measure", "value", "unit", "timePeriod")) {
                        fields.put(name, o.path(name).asText());
                    }
                    lines.add(fields.toString());
                });
        Collections.sort(lines);
        return lines;
    }

    private static JsonNode items(StoreClient store, String id) {
        return await().atMost(PATIENCE)
                .until(() -> store.get("/reports/" + id + "/observations").orElse(null), answer -> answer != null)
                .path("items");
    }

    private static List<String> texts() throws IOException {
        Path source = WITH_CORPUS && Files.isDirectory(CORPUS) ? CORPUS : ROOT.resolve("samples/reports");
        try (Stream<Path> files = Files.list(source)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                texts.add(Files.readString(file, StandardCharsets.UTF_8));
            }
            return texts;
        }
    }

    private void write() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("| kill | of | reports with 202 | of these since the last check | s until all are stored | stored |");
        lines.add("| --- | --- | --- | --- | --- | --- |");
        lines.addAll(table);
        Path target = Files.createDirectories(ROOT.resolve("deploy/local/target"));
        Files.write(target.resolve("kills.md"), lines);
    }
}
