package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the probes of the manifests mean: a broker or a database that is away makes no service dead, since a restart would not
 * bring it back, and makes it unready where it is needed.
 */
class LivenessIT {

    private static final Path ROOT = Path.of(System.getProperty("zhibiao.root"));
    /** Longer than a liveness probe of the manifests takes to give up: three times ten seconds. */
    private static final Duration AWAY = Duration.ofSeconds(35);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aServiceLivesOnWithoutBrokerAndDatabaseAndIsReadyAgainWithThem() throws Exception {
        Ports ports = Ports.free();
        try (InfrastructureProcess broker =
                        InfrastructureProcess.start("broker", folder.resolve("kafka"), ports.kafka());
                InfrastructureProcess database =
                        InfrastructureProcess.start("database", folder.resolve("mongodb"), ports.mongodb())) {
            broker.awaitOpen();
            database.awaitOpen();
            try (LocalSystem system = new LocalSystem(new LocalSystem.Settings(
                    ROOT,
                    folder.resolve("data"),
                    ports,
                    "mongodb://" + Ports.HOST + ":" + ports.mongodb() + "/zhibiao?serverSelectionTimeoutMS=1000",
                    Ports.HOST + ":" + ports.kafka()))) {
                system.start();
                Map<String, Integer> services = Map.of(
                        "ingest-service", ports.ingest(),
                        "extract-service", ports.extract(),
                        "store-service", ports.store());
                broker.kill();
                database.kill();
                long end = System.nanoTime() + AWAY.toNanos();
                while (System.nanoTime() < end) {
                    services.forEach((name, port) ->
                            assertThat(status(port, "live")).as(name + " live").isEqualTo(200));
                    Pause.of(Duration.ofMillis(500));
                }
                assertThat(status(ports.store(), "ready"))
                        .as("store-service ready")
                        .isEqualTo(503);
                requireItStartsSo(system, ports);
                broker.restart();
                database.restart();
                services.forEach((name, port) ->
                        await(name + " ready").atMost(PATIENCE).until(() -> status(port, "ready") == 200));
            }
        }
    }

    /** A pod that comes while the broker is away waits for it, where it would else be killed again and again. */
    private void requireItStartsSo(LocalSystem system, Ports ports) {
        system.kill(Service.EXTRACT);
        system.start(Service.EXTRACT);
        await("extract-service lives without a broker")
                .atMost(PATIENCE)
                .until(() -> status(ports.extract(), "live") == 200);
        assertThat(status(ports.extract(), "ready")).as("extract-service ready").isEqualTo(503);
    }

    @Test
    void whoOnlyServesIsReadyWithoutABroker() throws Exception {
        int port = Ports.anyFree();
        int nobody = Ports.anyFree();
        try (Database database = Database.start(folder.resolve("mongodb"), Ports.anyFree())) {
            Map<String, String> properties = new HashMap<>(Service.STORE.properties(
                    new Ports(port, 0, 0, 0, 0), Ports.HOST + ":" + nobody, database.connectionString() + "/zhibiao"));
            properties.put("zhibiao.store.writing", "false");
            try (ServiceProcess store = ServiceProcess.start(
                    "store-service",
                    port,
                    Service.STORE.heapMebibytes(),
                    ROOT.resolve("store-service/target/quarkus-app"),
                    properties,
                    folder.resolve("store-service.log"))) {
                store.awaitReady(http, PATIENCE);
                assertThat(status(port, "ready")).isEqualTo(200);
            }
        }
    }

    private int status(int port, String probe) {
        try {
            return http.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://" + Ports.HOST + ":" + port + "/q/health/" + probe))
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
