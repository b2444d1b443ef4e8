package dev.zhibiao.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures of docs/exports.md: rows a second, and the resident memory of store-service, where all observations of the embedded
 * database are fetched as a file. Arguments: {@code --reports DIR} and {@code --observations N} as for {@link PageBenchmark};
 * {@code --copied N}: copies what is stored inside the database until there are so many; {@code --rounds N}. Memory is read
 * from {@code /proc}, so Linux only.
 */
final class ExportBenchmark {

    private static final PrintStream OUT = System.out;
    /** Forgets the greatest resident memory so far. */
    private static final String RESET_PEAK = "5";

    private ExportBenchmark() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        int rounds = Integer.parseInt(options.getOrDefault("--rounds", "3"));
        Path data = Files.createTempDirectory("export-benchmark");
        Ports ports = Ports.free();
        try (LocalSystem system = new LocalSystem(new LocalSystem.Settings(
                Path.of(System.getProperty("zhibiao.root")), data.resolve("data"), ports, null, null))) {
            system.start();
            long rows = ManyReports.store(
                    system,
                    Path.of(options.getOrDefault("--reports", "../shared/corpus")),
                    data,
                    Integer.parseInt(options.getOrDefault("--observations", "100000")));
            long copied = Long.parseLong(options.getOrDefault("--copied", "0"));
            if (copied > rows) {
                rows = CopiedReports.fill("mongodb://localhost:" + ports.mongodb(), copied);
            }
            Path process = Path.of("/proc", Long.toString(store()));
            OUT.printf("resident before: %d MB%n", resident(process, "VmRSS"));
            for (int round = 0; round < rounds; round++) {
                for (String format : List.of("csv", "sdmx-csv", "xlsx")) {
                    measure(system, format, rows, process);
                }
            }
        }
        System.exit(0);
    }

    private static void measure(LocalSystem system, String format, long rows, Path process)
            throws IOException, InterruptedException {
        Files.writeString(process.resolve("clear_refs"), RESET_PEAK);
        long began = System.nanoTime();
        long bytes = 0;
        String outcome = "broke off";
        try {
            HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(system.storeUri().resolve("/observations?format=" + format))
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                bytes = body.transferTo(OutputStream.nullOutputStream());
            }
            outcome = Integer.toString(answer.statusCode());
        } catch (IOException e) {
            // The service had no answer from the database in time: what there is of the file is no figure.
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        OUT.printf(
                "%s: %s, %d rows in %.1f s, %.0f a second, %d MB, resident at most %d MB, load average %.1f%n",
                format,
                outcome,
                rows,
                seconds,
                rows / seconds,
                bytes >> 20,
                resident(process, "VmHWM"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** The process of store-service, which the system has started. */
    private static long store() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(argument -> argument.contains("store-service/target/quarkus-app")))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    private static long resident(Path process, String field) throws IOException {
        return Files.readAllLines(process.resolve("status")).stream()
                        .filter(line -> line.startsWith(field + ":"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElseThrow()
                >> 10;
    }
}
