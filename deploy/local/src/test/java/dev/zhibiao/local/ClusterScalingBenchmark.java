package dev.zhibiao.local;

import dev.zhibiao.events.Topic;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The table of docs/scaling.md: a cluster with KEDA scales the Deployments extract-service and store-writer by the lag at a
 * real broker. The cluster's pods may be fake ones: this runs as many real processes as a Deployment asks for, so that what
 * scales up also drains. {@code deploy/kubernetes/check-scaling} prepares the cluster and calls it. Arguments: {@code
 * --kubectl PROGRAM}, {@code --kafka-port PORT}, {@code --reports N}, {@code --samples DIR}.
 */
final class ClusterScalingBenchmark {

    private static final PrintStream OUT = System.out;
    private static final Duration LONGEST = Duration.ofMinutes(12);
    private static final Map<String, Topic> EXTRACT = Map.of("extract-service", Topic.RECEIVED);
    private static final Map<String, Topic> STORE = Map.of(
            "store-service", Topic.EXTRACTED,
            "store-service-received", Topic.RECEIVED,
            "store-service-failed", Topic.FAILED);

    /** What is scaled. */
    private enum Scaled {
        EXTRACT("extract-service", ClusterScalingBenchmark.EXTRACT),
        WRITER("store-writer", ClusterScalingBenchmark.STORE);

        private final String deployment;
        private final Map<String, Topic> groups;

        Scaled(String deployment, Map<String, Topic> groups) {
            this.deployment = deployment;
            this.groups = groups;
        }
    }

    private final String kubectl;
    private final Path root;
    private final Path data;
    private final String bootstrapServers;
    private final String mongodb;
    private final Map<Scaled, Deque<ServiceProcess>> running = new EnumMap<>(Scaled.class);
    private int started;
    private long began;

    private ClusterScalingBenchmark(String kubectl, Path root, Path data, String bootstrapServers, String mongodb) {
        this.kubectl = kubectl;
        this.root = root;
        this.data = data;
        this.bootstrapServers = bootstrapServers;
        this.mongodb = mongodb;
    }

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        Path root = Path.of(System.getProperty("zhibiao.root")).toAbsolutePath();
        Path data = Files.createTempDirectory("cluster-scaling");
        LauncherLog.writeTo(data.resolve("launcher.log"));
        try (Broker broker = Broker.start(
                        data.resolve("kafka"), Integer.parseInt(options.getOrDefault("--kafka-port", "39092")));
                Database database = Database.start(data.resolve("mongodb"), Ports.anyFree())) {
            Topics.create(broker.bootstrapServers());
            ClusterScalingBenchmark benchmark = new ClusterScalingBenchmark(
                    options.getOrDefault("--kubectl", "kubectl"),
                    root,
                    data,
                    broker.bootstrapServers(),
                    database.connectionString() + "/zhibiao");
            benchmark.run(
                    texts(Path.of(options.getOrDefault(
                            "--samples", root.resolve("samples/reports").toString()))),
                    Integer.parseInt(options.getOrDefault("--reports", "400")));
        }
        System.exit(0);
    }

    private static List<String> texts(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }
    }

    private void run(List<String> texts, int reports) throws Exception {
        int ingestPort = Ports.anyFree();
        int storePort = Ports.anyFree();
        Ports ports = new Ports(storePort, ingestPort, 0, 0, 0);
        HttpClient http = HttpClient.newHttpClient();
        try (ServiceProcess ingest = start(Service.INGEST, ingestPort, ports, Map.of());
                ServiceProcess serving =
                        start(Service.STORE, storePort, ports, Map.of("zhibiao.store.writing", "false"))) {
            ingest.awaitReady(http, Duration.ofSeconds(120));
            serving.awaitReady(http, Duration.ofSeconds(120));
            OUT.println(
                    "| s | what | lag extract-service | lag store-writer | replicas extract-service | replicas store-writer |");
            OUT.println("| --- | --- | --- | --- | --- | --- |");
            began = System.nanoTime();
            row("nothing yet");
            submit(http, URI.create("http://" + Ports.HOST + ":" + ingestPort + "/reports"), texts, reports);
            row(reports + " reports submitted");
            watch();
            long stored = new StoreClient(URI.create("http://" + Ports.HOST + ":" + storePort))
                    .get("/overview")
                    .orElseThrow()
                    .path("states")
                    .path("stored")
                    .asLong();
            row(stored + " reports stored");
            poison(60);
            row("60 records that no extraction can read");
            watch();
        } finally {
            running.values().forEach(processes -> processes.forEach(ServiceProcess::close));
        }
    }

    private static void submit(HttpClient http, URI address, List<String> texts, int reports)
            throws IOException, InterruptedException {
        for (int i = 0; i < reports; i++) {
            String text = texts.get(i % texts.size()) + "\n".repeat(i / texts.size());
            int status = http.send(
                            HttpRequest.newBuilder(address)
                                    .header("Content-Type", "text/plain; charset=utf-8")
                                    .POST(HttpRequest.BodyPublishers.ofString(text))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status != 202) {
                throw new IllegalStateException("ingest answered " + status);
            }
        }
    }

    private void poison(int records) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(
                        Topic.RECEIVED.topicName(), "poison-" + i, "no event".getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    /** Runs what the Deployments ask for until both are at zero again, and prints a row at every change. */
    private void watch() throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        Map<Scaled, Integer> before = new EnumMap<>(Scaled.class);
        Map<Scaled, Boolean> drained = new EnumMap<>(Scaled.class);
        boolean raised = false;
        while (System.nanoTime() < end) {
            boolean atZero = true;
            for (Scaled scaled : Scaled.values()) {
                int wanted = replicas(scaled);
                follow(scaled, wanted);
                if (before.getOrDefault(scaled, 0) != wanted) {
                    row(scaled.deployment + " " + before.getOrDefault(scaled, 0) + " → " + wanted);
                    before.put(scaled, wanted);
                    raised = true;
                }
                boolean empty = lag(scaled) == 0;
                if (empty && !drained.getOrDefault(scaled, false) && wanted > 0) {
                    row("lag of " + scaled.deployment + " is 0");
                }
                drained.put(scaled, empty);
                atZero &= wanted == 0 && empty;
            }
            if (raised && atZero) {
                return;
            }
            Pause.of(Duration.ofMillis(500));
        }
        throw new IllegalStateException("not at zero after " + LONGEST);
    }

    /** As a kubelet does: starts what is missing and ends, by SIGTERM, what is too many. */
    private void follow(Scaled scaled, int wanted) {
        Deque<ServiceProcess> processes = running.computeIfAbsent(scaled, key -> new ArrayDeque<>());
        while (processes.size() < wanted) {
            int port = Ports.anyFree();
            processes.push(
                    scaled == Scaled.EXTRACT
                            ? start(Service.EXTRACT, port, new Ports(0, 0, port, 0, 0), Map.of())
                            : start(
                                    Service.STORE,
                                    port,
                                    new Ports(port, 0, 0, 0, 0),
                                    Map.of("zhibiao.store.writing", "true")));
        }
        while (processes.size() > wanted) {
            processes.pop().close();
        }
    }

    private ServiceProcess start(Service service, int port, Ports ports, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(service.properties(ports, bootstrapServers, mongodb));
        properties.putAll(more);
        started++;
        return ServiceProcess.start(
                service.module(),
                port,
                service.heapMebibytes(),
                root.resolve(service.module()).resolve("target/quarkus-app"),
                properties,
                data.resolve(service.module() + "-" + started + ".log"));
    }

    private int replicas(Scaled scaled) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        kubectl,
                        "-n",
                        "zhibiao",
                        "get",
                        "deployment",
                        scaled.deployment,
                        "-o",
                        "jsonpath={.spec.replicas}")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("kubectl does not answer");
        }
        return Integer.parseInt(answer.strip());
    }

    private long lag(Scaled scaled) throws ExecutionException, InterruptedException {
        long lag = 0;
        for (var group : scaled.groups.entrySet()) {
            lag += GroupLag.of(bootstrapServers, group.getKey(), group.getValue());
        }
        return lag;
    }

    private void row(String what) throws Exception {
        OUT.printf(
                Locale.ROOT,
                "| %.0f | %s | %d | %d | %d | %d |%n",
                (System.nanoTime() - began) / 1e9,
                what,
                lag(Scaled.EXTRACT),
                lag(Scaled.WRITER),
                replicas(Scaled.EXTRACT),
                replicas(Scaled.WRITER));
    }
}
