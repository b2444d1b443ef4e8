package dev.zhibiao.local;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import dev.zhibiao.events.Topic;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

/**
 * Figures of docs/store.md: documents through all three services, from {@code POST} until the store tells of them, beside
 * the least that could be done with the same bytes: produce, consume, bulk insert of the documents that the store made.
 * Broker, database and services are processes of their own. Arguments: {@code --documents FOLDER}, {@code --rounds N}.
 */
final class EndToEndBenchmark {

    private static final int SENDERS = 8;
    private static final int BATCH = 20;
    private static final int ALONE = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final PrintStream OUT = System.out;

    private final List<String> texts;
    private final int rounds;
    private final Map<String, InfrastructureProcess> infrastructure = new LinkedHashMap<>();
    /** Documents that were sent: each must be another one. */
    private int number;

    private EndToEndBenchmark(List<String> texts, int rounds) {
        this.texts = texts;
        this.rounds = rounds;
    }

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(options.getOrDefault("--documents", "samples/reports")))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                texts.add(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        new EndToEndBenchmark(texts, Integer.parseInt(options.getOrDefault("--rounds", "3"))).run();
        System.exit(0);
    }

    private void run() throws Exception {
        Path data = Files.createTempDirectory("end-to-end");
        Ports ports = Ports.free();
        String kafka = Ports.HOST + ":" + ports.kafka();
        String mongodb = "mongodb://" + Ports.HOST + ":" + ports.mongodb();
        try (InfrastructureProcess broker = start("broker", data.resolve("kafka"), ports.kafka());
                InfrastructureProcess database = start("database", data.resolve("mongodb"), ports.mongodb());
                LocalSystem system = new LocalSystem(new LocalSystem.Settings(
                        Path.of(System.getProperty("zhibiao.root", ".")).toAbsolutePath(),
                        data.resolve("data"),
                        ports,
                        mongodb + "/zhibiao",
                        kafka));
                MongoClient client = MongoClients.create(mongodb)) {
            system.start();
            try (TopicLog told = new TopicLog(kafka, Topic.STORED)) {
                // Not counted: compilers warm up.
                rounds(system, client, kafka, told, 1);
                rounds(system, client, kafka, told, rounds);
                alone(system, client, kafka, told);
            }
        }
    }

    private InfrastructureProcess start(String part, Path folder, int port) throws IOException {
        InfrastructureProcess started = InfrastructureProcess.start(part, folder, port);
        infrastructure.put(part, started);
        started.awaitOpen();
        return started;
    }

    private void rounds(LocalSystem system, MongoClient client, String kafka, TopicLog told, int count)
            throws Exception {
        double ours = 0;
        double bare = 0;
        for (int round = 1; round <= count; round++) {
            Map<String, Long> before = cpu();
            Map<String, Long> sent = send(system, texts.size(), SENDERS);
            double seconds = (awaitTold(sent, told)
                            - sent.values().stream().min(Long::compare).orElseThrow())
                    / 1e3;
            Map<String, Long> after = cpu();
            double least = bare(client, kafka, sent.keySet());
            ours += seconds;
            bare += least;
            OUT.printf(
                    Locale.ROOT,
                    "round %d: bare %.1f documents/s, through the services %.1f documents/s, ratio %.2f; CPU %s%n",
                    round,
                    texts.size() / least,
                    texts.size() / seconds,
                    least / seconds,
                    shares(before, after));
        }
        OUT.printf(Locale.ROOT, "ratio of the sums: %.2f%n", bare / ours);
    }

    /** One document at a time. */
    private void alone(LocalSystem system, MongoClient client, String kafka, TopicLog told) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int i = 0; i < ALONE; i++) {
            Map<String, Long> sent = send(system, 1, 1);
            ours.add((double) (awaitTold(sent, told) - sent.values().iterator().next()));
            bare.add(bare(client, kafka, sent.keySet()) * 1e3);
        }
        ours.sort(null);
        bare.sort(null);
        OUT.printf(
                Locale.ROOT,
                "one document at a time, median: bare %.0f ms, through the services %.0f ms%n",
                bare.get(ALONE / 2),
                ours.get(ALONE / 2));
    }

    /** When each was sent, by its id. */
    private Map<String, Long> send(LocalSystem system, int count, int senders) throws Exception {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(senders);
        try (ReportStream stream = new ReportStream(system.ingestUri(), texts, Duration.ZERO)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int n = number++;
                running.add(pool.submit(() -> {
                    long now = System.currentTimeMillis();
                    sent.put(stream.send(n), now);
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
        return sent;
    }

    private static long awaitTold(Map<String, Long> sent, TopicLog told) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Map<String, Long> times = told.entries().stream()
                    .filter(entry -> sent.containsKey(entry.key()))
                    .collect(Collectors.toMap(TopicLog.Entry::key, TopicLog.Entry::millis, Math::min));
            if (times.size() == sent.size()) {
                return times.values().stream().max(Long::compare).orElseThrow();
            }
            Pause.of(STEP);
        }
        throw new IllegalStateException("not all were stored");
    }

    /** Seconds for the same texts to be produced, consumed and inserted with what was read from them. */
    private static double bare(MongoClient client, String kafka, Iterable<String> ids) throws Exception {
        Map<String, Document> found = new HashMap<>();
        Map<String, List<Document>> observations = new HashMap<>();
        MongoDatabase stored = client.getDatabase("zhibiao");
        stored.getCollection("texts").find(Filters.in("_id", ids)).forEach(d -> found.put(d.getString("_id"), d));
        for (Document report : stored.getCollection("reports").find(Filters.in("_id", ids))) {
            List<String> keys = report.get("stored", Document.class).getList("ids", String.class).stream()
                    .map(id -> id + "." + report.getString("slot"))
                    .toList();
            observations.put(
                    report.getString("_id"),
                    stored.getCollection("observations")
                            .find(Filters.in("_id", keys))
                            .into(new ArrayList<>()));
        }
        String topic = "bare-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(topic, 6, (short) 1).configs(Topic.RECEIVED.config())))
                    .all()
                    .get();
        }
        MongoDatabase target = client.getDatabase("bare-" + UUID.randomUUID());
        try (KafkaConsumer<String, byte[]> consumer = consumer(kafka)) {
            consumer.subscribe(List.of(topic));
            // Until the group has met; nothing is there yet.
            while (consumer.assignment().isEmpty()) {
                consumer.poll(STEP);
            }
            long began = System.nanoTime();
            produce(kafka, topic, found);
            int written = 0;
            while (written < found.size()) {
                List<InsertOneModel<Document>> texts = new ArrayList<>();
                List<InsertOneModel<Document>> rest = new ArrayList<>();
                for (ConsumerRecord<String, byte[]> record : consumer.poll(STEP)) {
                    texts.add(new InsertOneModel<>(new Document("_id", record.key())
                            .append("text", new String(record.value(), StandardCharsets.UTF_8))));
                    observations.getOrDefault(record.key(), List.of()).forEach(o -> rest.add(new InsertOneModel<>(o)));
                }
                if (!texts.isEmpty()) {
                    BulkWriteOptions unordered = new BulkWriteOptions().ordered(false);
                    target.getCollection("texts").bulkWrite(texts, unordered);
                    target.getCollection("observations").bulkWrite(rest, unordered);
                    consumer.commitSync();
                    written += texts.size();
                }
            }
            return (System.nanoTime() - began) / 1e9;
        } finally {
            target.drop();
        }
    }

    private static void produce(String kafka, String topic, Map<String, Document> texts) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka, "acks", "all", "compression.type", "lz4", "max.request.size", 8 << 20);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            texts.forEach((id, text) -> producer.send(
                    new ProducerRecord<>(topic, id, text.getString("text").getBytes(StandardCharsets.UTF_8))));
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(String kafka) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false,
                        "max.poll.records",
                        BATCH,
                        "group.id",
                        UUID.randomUUID().toString()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Milliseconds of processor time that each process has used. */
    private Map<String, Long> cpu() {
        Map<String, Long> used = new TreeMap<>();
        infrastructure.forEach((part, process) -> used.put(part, millis(process.handle())));
        ProcessHandle.current()
                .children()
                .forEach(child -> child.info().arguments().ifPresent(arguments -> {
                    String all = String.join(" ", arguments);
                    for (Service service : Service.values()) {
                        if (all.contains(service.module() + "/target")) {
                            used.put(service.module(), millis(child));
                        }
                    }
                }));
        return used;
    }

    private static long millis(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    private static String shares(Map<String, Long> before, Map<String, Long> after) {
        return after.entrySet().stream()
                .map(one -> "%s %.1f s"
                        .formatted(one.getKey(), (one.getValue() - before.getOrDefault(one.getKey(), 0L)) / 1e3))
                .collect(Collectors.joining(", "));
    }
}
