package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zhibiao.events.Topic;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an autoscaler does, without a cluster: processes of extract-service are started and stopped by SIGTERM while
 * reports come in. {@link ScalingBenchmark} measures the same.
 */
class ScalingIT {

    private static final Path ROOT = Path.of(System.getProperty("zhibiao.root"));
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(40);
    private static final int SENTENCES = 20;
    private static final int REPORTS_A_PHASE = 30;
    private static final int MOST_WAITING = 150;
    private static final List<Integer> PROCESSES = List.of(1, 3, 1, 0, 2);

    @TempDir
    Path folder;

    @Test
    void losesNoReportAndStoresEachOnceWhileProcessesComeAndGo() throws Exception {
        LauncherLog.writeTo(folder.resolve("broker.log"));
        Ports ports = Ports.free();
        try (Broker broker = Broker.start(folder.resolve("kafka"), ports.kafka());
                Database database = Database.start(folder.resolve("mongodb"), ports.mongodb())) {
            Topics.apply(broker.bootstrapServers());
            try (ServiceProcess store = store(ports, broker.bootstrapServers(), database);
                    ExtractFleet fleet = new ExtractFleet(broker.bootstrapServers(), folder, Map.of())) {
                store.awaitReady(HttpClient.newHttpClient(), PATIENCE);
                run(broker.bootstrapServers(), fleet, new StoreClient(URI.create("http://localhost:" + ports.store())));
            }
        }
    }

    private ServiceProcess store(Ports ports, String kafka, Database database) {
        return ServiceProcess.start(
                Service.STORE.module(),
                ports.store(),
                Service.STORE.heapMebibytes(),
                ROOT.resolve(Service.STORE.module()).resolve("target/quarkus-app"),
                Service.STORE.properties(ports, kafka, database.connectionString() + "/zhibiao"),
                folder.resolve("store.log"));
    }

    private static void run(String kafka, ExtractFleet fleet, StoreClient store) throws Exception {
        try (TopicLog extracted = new TopicLog(kafka, Topic.EXTRACTED);
                TopicLog failed = new TopicLog(kafka, Topic.FAILED);
                ReceivedStream received = new ReceivedStream(
                        kafka, new SyntheticReports(SENTENCES), BETWEEN_REPORTS, extracted::size, MOST_WAITING)) {
            received.start();
            for (int processes : PROCESSES) {
                fleet.scaleTo(processes);
                // The same record that nobody can read, again and again.
                received.poison("poison");
                int before = extracted.entries().size();
                if (processes > 0) {
                    await().atMost(PATIENCE).until(() -> extracted.entries().size() >= before + REPORTS_A_PHASE);
                } else {
                    Pause.of(BETWEEN_REPORTS.multipliedBy(REPORTS_A_PHASE));
                    assertThat(extracted.entries()).hasSize(before);
                }
            }
            Set<String> ids = received.stop();

            await().atMost(PATIENCE).until(() -> GroupLag.of(kafka, "extract-service", Topic.RECEIVED) == 0);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(keys(extracted)).isEqualTo(ids));
            await().atMost(PATIENCE).until(() -> failed.entries().size() >= PROCESSES.size());
            assertThat(keys(failed)).containsExactly("poison");
            await().atMost(PATIENCE).until(() -> GroupLag.of(kafka, "store-service", Topic.EXTRACTED) == 0);
            requireEachStoredOnce(ids, store);
            System.out.printf("%d reports, %d events came again%n", ids.size(), extracted.repeated());
        }
    }

    private static Set<String> keys(TopicLog log) {
        return log.entries().stream().map(TopicLog.Entry::key).collect(Collectors.toSet());
    }

    private static void requireEachStoredOnce(Set<String> ids, StoreClient store) {
        Set<String> observations = new HashSet<>();
        long shown = 0;
        for (String id : ids) {
            JsonNode report = store.report(id).orElseThrow();
            assertThat(report.path("state").asText()).as(id).isEqualTo("stored");
            shown += report.path("observations").asLong();
            store.get("/reports/" + id + "/observations")
                    .orElseThrow()
                    .path("items")
                    .forEach(o -> assertThat(
                                    observations.add(o.path("observationId").asText()))
                            .isTrue());
        }
        assertThat(observations).isNotEmpty();
        assertThat(shown).isEqualTo(observations.size());
        JsonNode overview = store.get("/overview").orElseThrow();
        assertThat(overview.path("states").path("stored").asLong()).isEqualTo(ids.size());
        assertThat(overview.path("observations").asLong()).isEqualTo(observations.size());
    }
}
