package dev.zhibiao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All of it as {@code ./zhibiao run} starts it, and over HTTP alone. */
class PipelineIT {

    private static final Path ROOT = Path.of(System.getProperty("zhibiao.root"));
    private static final Path SAMPLES = ROOT.resolve("samples");
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** So many that some are still under way when the first are stored. */
    private static final int COPIES = 25;

    @TempDir
    Path folder;

    @Test
    void findsEveryObservationOnceThoughTheStoreIsKilledHalfWay() throws IOException {
        List<Path> files = samplesAndCopies();
        LocalSystem.Settings settings =
                new LocalSystem.Settings(ROOT, folder.resolve("data"), Ports.free(), null, null);
        List<Outcome> outcomes;
        try (LocalSystem system = new LocalSystem(settings)) {
            system.start();
            // Beside the look at the store: on a busy machine all may be stored by the time that all are submitted.
            CompletableFuture<List<Outcome>> submitted =
                    CompletableFuture.supplyAsync(() -> new Submitter(system.ingestUri()).submit(files, outcome -> {}));
            StoreClient store = new StoreClient(system.storeUri());

            long before = await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> stored(store), count -> count > 0);
            system.kill(Service.STORE);
            assertThat(before).isLessThan(files.size());
            outcomes = submitted.join();
            assertThat(outcomes).extracting(Outcome::status).containsOnly("received");
            system.start(Service.STORE);
            system.awaitReady(Service.STORE);

            await().atMost(PATIENCE).until(() -> stored(store, outcomes) == files.size());
            outcomes.forEach(outcome -> assertHasWhatIsExpected(store, outcome));
        }
        // Started again on the same data: nothing is lost, and nothing is taken twice.
        try (LocalSystem system = new LocalSystem(settings)) {
            system.start();
            assertThat(new Submitter(system.ingestUri()).submit(files, outcome -> {}))
                    .extracting(Outcome::status)
                    .containsOnly("duplicate");
            StoreClient store = new StoreClient(system.storeUri());
            outcomes.forEach(outcome -> assertHasWhatIsExpected(store, outcome));
        }
    }

    private List<Path> samplesAndCopies() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> samples = Files.list(SAMPLES.resolve("reports"))) {
            for (Path sample : samples.sorted().toList()) {
                files.add(sample);
                for (int i = 1; i <= COPIES; i++) {
                    // Other texts, and so other reports, with the same observations at the same places.
                    Path folderOfCopy = Files.createDirectories(folder.resolve("copy-" + i));
                    Path copy = folderOfCopy.resolve(sample.getFileName());
                    files.add(Files.writeString(copy, Files.readString(sample) + "\n".repeat(i)));
                }
            }
        }
        return files;
    }

    private static long stored(StoreClient store) {
        return store.get("/overview")
                .map(overview -> overview.path("states").path("stored").asLong())
                .orElse(0L);
    }

    private static long stored(StoreClient store, List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> store.report(String.valueOf(outcome.reportId()))
                        .map(report -> report.path("state").asText().equals("stored"))
                        .orElse(false))
                .count();
    }

    private static void assertHasWhatIsExpected(StoreClient store, Outcome outcome) {
        String id = String.valueOf(outcome.reportId());
        List<String> expected = ExpectedObservations.of(SAMPLES, outcome.name());
        for (String path : List.of("/reports/" + id + "/observations", "/observations?limit=1000&report=" + id)) {
            assertThat(ExpectedObservations.in(store.get(path).orElseThrow()))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
