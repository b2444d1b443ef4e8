package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zhibiao.events.Topic;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An upgrade as a cluster does it: each service is asked to stop by SIGTERM and started again while reports come in over
 * HTTP and Kafka. {@code -Dzhibiao.restarts=N} does it more often; {@code deploy/local/target/restarts.md} has the figures.
 */
class RollingRestartIT {

    private static final Path ROOT = Path.of(System.getProperty("zhibiao.root"));
    private static final int RESTARTS = Integer.getInteger("zhibiao.restarts", 1);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(200);
    private static final SyntheticReports REPORTS = new SyntheticReports(20);
    private static final int TEXTS = 2000;
    /** Beyond those that come over HTTP. */
    private static final int FIRST_SUBMITTED = 1_000_000;

    @TempDir
    Path folder;

    private final List<String> table = new ArrayList<>();
    private volatile boolean stopped;
    private volatile int submitted;

    @Test
    void losesNothingWhileEachServiceIsReplaced() throws Exception {
        LocalSystem.Settings settings =
                new LocalSystem.Settings(ROOT, folder.resolve("data"), Ports.free(), null, null);
        List<String> texts = IntStream.range(0, TEXTS).mapToObj(REPORTS::text).toList();
        try (LocalSystem system = new LocalSystem(settings)) {
            system.start();
            String kafka = system.bootstrapServers();
            Thread submitter = new Thread(() -> submit(kafka), "submitted");
            try (TopicLog received = new TopicLog(kafka, Topic.RECEIVED);
                    TopicLog extracted = new TopicLog(kafka, Topic.EXTRACTED);
                    TopicLog stored = new TopicLog(kafka, Topic.STORED);
                    TopicLog failed = new TopicLog(kafka, Topic.FAILED);
                    ReportStream reports = new ReportStream(system.ingestUri(), texts, BETWEEN_REPORTS)) {
                submitter.start();
                reports.start();
                for (int i = 0; i < RESTARTS; i++) {
                    for (Service service : List.of(Service.INGEST, Service.EXTRACT, Service.STORE)) {
                        String before = repeated(received, extracted, stored);
                        int there = stored.entries().size();
                        await().atMost(PATIENCE).until(() -> stored.entries().size() > there + 20);
                        long began = System.nanoTime();
                        system.stop(service);
                        long millis = (System.nanoTime() - began) / 1_000_000;
                        system.start(service);
                        system.awaitReady(service);
                        int again = stored.entries().size();
                        await().atMost(PATIENCE).until(() -> stored.entries().size() > again + 20);
                        table.add("| %s | %d | %s | %s |"
                                .formatted(
                                        service.name().toLowerCase(Locale.ROOT),
                                        millis,
                                        before,
                                        repeated(received, extracted, stored)));
                    }
                }
                stopped = true;
                submitter.join();
                reports.close();
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(keys(stored))
                                .hasSize(reports.acknowledged().size() + submitted));
                assertThat(keys(stored)).containsAll(reports.acknowledged().keySet());
                assertThat(failed.entries()).isEmpty();
            }
        } finally {
            table.add(0, "| --- | --- | --- | --- |");
            table.add(
                    0,
                    "| service | ms from SIGTERM to its end | events received / extracted / stored that came again before | afterwards |");
            Files.write(
                    Files.createDirectories(ROOT.resolve("deploy/local/target")).resolve("restarts.md"), table);
        }
    }

    @Test
    void ingestAnswersTheRequestsThatItHasBegun() throws Exception {
        LocalSystem.Settings settings =
                new LocalSystem.Settings(ROOT, folder.resolve("data"), Ports.free(), null, null);
        byte[] document = REPORTS.text(1).getBytes(StandardCharsets.UTF_8);
        try (LocalSystem system = new LocalSystem(settings)) {
            system.start();
            URI ingest = system.ingestUri();
            try (Socket socket = new Socket(ingest.getHost(), ingest.getPort())) {
                OutputStream out = socket.getOutputStream();
                out.write(
                        ("POST /reports HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                                        + document.length + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                out.write(document, 0, document.length / 2);
                out.flush();
                Pause.of(Duration.ofMillis(500));
                Thread stop = new Thread(() -> system.stop(Service.INGEST), "stop");
                stop.start();
                // It is asked to stop while half of the document is still to come.
                Pause.of(Duration.ofMillis(1000));
                out.write(document, document.length / 2, document.length - document.length / 2);
                out.flush();
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).startsWith("HTTP/1.1 202 ").contains("\"status\":\"received\"");
                stop.join();
            }
            StoreClient store = new StoreClient(system.storeUri());
            String id = dev.zhibiao.events.ReportId.of(REPORTS.text(1));
            await().atMost(PATIENCE)
                    .until(() -> store.report(id)
                            .filter(report -> report.path("state").asText().equals("stored"))
                            .isPresent());
        }
    }

    private static String repeated(TopicLog received, TopicLog extracted, TopicLog stored) {
        return received.repeated() + " / " + extracted.repeated() + " / " + stored.repeated();
    }

    /** The Kafka way in. */
    private void submit(String kafka) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "acks", "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; !stopped; i++) {
                byte[] document = REPORTS.text(FIRST_SUBMITTED + i).getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(Topic.SUBMITTED.topicName(), document));
                submitted = i + 1;
                Pause.of(BETWEEN_REPORTS);
            }
            producer.flush();
        }
    }

    private static Set<String> keys(TopicLog log) {
        return log.entries().stream().map(TopicLog.Entry::key).collect(Collectors.toSet());
    }
}
