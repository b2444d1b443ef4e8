package dev.zhibiao.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Fills a system for a benchmark. */
final class ManyReports {

    private static final PrintStream OUT = System.out;
    private static final int COPIES = 50;

    private ManyReports() {}

    /** Submits the texts of a folder again and again, each time with one more line end, until so many observations are stored. */
    static long store(LocalSystem system, Path reports, Path data, int wanted)
            throws IOException, InterruptedException {
        StoreClient store = new StoreClient(system.storeUri());
        List<Path> files;
        try (Stream<Path> found = Files.walk(reports)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (int copy = 0; copy < COPIES && stored(store) < wanted; copy++) {
            List<Path> written = new ArrayList<>();
            for (Path file : files) {
                Path target =
                        Files.createDirectories(data.resolve("copy-" + copy)).resolve(file.getFileName());
                written.add(Files.writeString(target, Files.readString(file) + "\n".repeat(copy)));
            }
            new Submitter(system.ingestUri()).submit(written, outcome -> {});
            while (store.get("/overview")
                            .orElseThrow()
                            .path("states")
                            .path("received")
                            .asInt()
                    > 0) {
                Thread.sleep(1000);
            }
            OUT.printf("%d observations%n", stored(store));
        }
        return stored(store);
    }

    private static long stored(StoreClient store) {
        return store.get("/overview").orElseThrow().path("observations").asLong();
    }
}
