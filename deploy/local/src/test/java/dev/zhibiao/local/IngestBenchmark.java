package dev.zhibiao.local;

import dev.zhibiao.ingest.format.PrintedReport;
import java.io.Closeable;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Figures of docs/ingest.md: {@code POST /reports} beside {@link BareForwarder}, in turns, each a process of its own with
 * the same heap; then the service's memory before and after many submissions. Arguments: {@code --requests N},
 * {@code --rounds N}, {@code --submissions N}, {@code --connections N}, {@code --document FILE} to send one document
 * again and again instead of texts of 50 kB that all differ.
 */
final class IngestBenchmark {

    private static final int TEXT_BYTES = 50_000;
    private static final int PDF_BYTES = 1 << 20;
    private static final int HEAP_MEBIBYTES = 512;
    private static final Duration TO_START = Duration.ofSeconds(60);
    private static final PrintStream OUT = System.out;

    private final Map<String, String> options;
    private int number;

    private IngestBenchmark(Map<String, String> options) {
        this.options = options;
    }

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new java.util.HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        new IngestBenchmark(options).run();
        System.exit(0);
    }

    private int option(String name, int otherwise) {
        return Integer.parseInt(options.getOrDefault(name, Integer.toString(otherwise)));
    }

    private void run() throws Exception {
        Path data = Files.createTempDirectory("ingest-benchmark");
        Ports ports = Ports.free();
        Files.createDirectories(data.resolve("logs"));
        LauncherLog.writeTo(data.resolve("logs/launcher.log"));
        try (Broker broker = Broker.start(data.resolve("kafka"), ports.kafka())) {
            Topics.create(broker.bootstrapServers());
            try (Closeable bare = bare(ports.extract(), broker.bootstrapServers());
                    ServiceProcess ingest = ingest(ports, broker.bootstrapServers(), data)) {
                ingest.awaitReady(HttpClient.newHttpClient(), TO_START);
                measure(ports);
            }
        } finally {
            delete(data);
        }
    }

    private void measure(Ports ports) throws Exception {
        URI service = URI.create("http://" + Ports.HOST + ":" + ports.ingest() + "/reports");
        URI forwarder = URI.create("http://" + Ports.HOST + ":" + ports.extract() + "/reports");
        int requests = option("--requests", 5_000);
        int connections = option("--connections", 8);
        IntFunction<byte[]> documents = documents();
        // Not counted: compilers warm up.
        Load.of(forwarder, requests / 2, connections, documents);
        Load.of(service, requests / 2, connections, documents);
        for (int round = 1; round <= option("--rounds", 3); round++) {
            print("bare forwarder", Load.of(forwarder, requests, connections, documents));
            print("POST /reports", Load.of(service, requests, connections, documents));
        }
        print("one connection", Load.of(service, requests / 5, 1, documents));
        int submissions = option("--submissions", 0);
        if (submissions > 0) {
            OUT.printf("memory before: %s%n", memory(ports));
            print(submissions + " submissions", Load.of(service, submissions, connections, documents));
            OUT.printf("memory after:  %s%n", memory(ports));
        }
    }

    private static void print(String what, Load load) {
        OUT.printf(
                "%-20s %7.1f/s   p50 %6.1f ms   p99 %6.1f ms   %d refused%n",
                what, load.perSecond(), load.p50(), load.p99(), load.refused());
    }

    private IntFunction<byte[]> documents() throws IOException {
        if (options.containsKey("--document")) {
            byte[] document = Files.readAllBytes(Path.of(options.get("--document")));
            return i -> document;
        }
        IntFunction<byte[]> texts = texts();
        return options.getOrDefault("--kind", "text").equals("pdf") ? pdfs(texts.apply(0)) : texts;
    }

    /** A text of 50 kB as an office prints it, and a picture that makes a file of 1 MB of it. */
    private IntFunction<byte[]> pdfs(byte[] text) {
        String title = "第0000000号报告";
        byte[] picture = new byte[PDF_BYTES];
        new Random(1).nextBytes(picture);
        String report = new String(text, StandardCharsets.UTF_8).replaceFirst(".*", title);
        int rest = PDF_BYTES - PrintedReport.of(report).bytes().length;
        String pdf = new String(
                PrintedReport.of(report)
                        .picture(java.util.Arrays.copyOf(picture, rest))
                        .bytes(),
                StandardCharsets.ISO_8859_1);
        // In the content of a page letters are two bytes in hexadecimal.
        String digits = "0030".repeat(7);
        return i -> pdf.replace(digits, hexadecimal("%07d".formatted(next()))).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String hexadecimal(String letters) {
        return HexFormat.of().formatHex(letters.getBytes(StandardCharsets.UTF_16BE));
    }

    private IntFunction<byte[]> texts() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; text.length() * 3 < TEXT_BYTES; i++) {
            text.append("第")
                    .append(i)
                    .append("个乡镇实现产值")
                    .append(i * 7919 % 9973)
                    .append("万元，增长")
                    .append(i % 17)
                    .append("%。\n");
        }
        String body = text.toString();
        int bytes = option("--bytes", TEXT_BYTES);
        return i -> {
            byte[] all = ("第" + next() + "号报告\n" + body).getBytes(StandardCharsets.UTF_8);
            // Cut between characters of one to three bytes: what is left of a last one is not UTF-8.
            int end = Math.min(bytes, all.length);
            while (end < all.length && (all[end] & 0xC0) == 0x80) {
                end--;
            }
            return java.util.Arrays.copyOf(all, end);
        };
    }

    private synchronized int next() {
        return ++number;
    }

    private static ServiceProcess ingest(Ports ports, String kafka, Path data) {
        Path root = Path.of(System.getProperty("zhibiao.root", "."));
        return ServiceProcess.start(
                Service.INGEST.module(),
                ports.ingest(),
                HEAP_MEBIBYTES,
                root.resolve(Service.INGEST.module()).resolve("target/quarkus-app"),
                Service.INGEST.properties(ports, kafka, ""),
                data.resolve("logs/ingest.log"));
    }

    private static Closeable bare(int port, String kafka) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx" + HEAP_MEBIBYTES + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareForwarder.class.getName(),
                        Integer.toString(port),
                        kafka))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Pause.of(Duration.ofSeconds(3));
        return process::destroyForcibly;
    }

    /** Of the service: the heap after a collection, and what the operating system counts. */
    private static String memory(Ports ports) throws IOException, InterruptedException {
        long pid = ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(Tether.class.getName()))
                .findFirst()
                .orElseThrow()
                .pid();
        new ProcessBuilder("jcmd", Long.toString(pid), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        HttpRequest metrics = HttpRequest.newBuilder(
                        URI.create("http://" + Ports.HOST + ":" + ports.ingest() + "/q/metrics"))
                .build();
        String lines = HttpClient.newHttpClient()
                .send(metrics, HttpResponse.BodyHandlers.ofString())
                .body();
        double heap = lines.lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
        return "heap %.1f MiB, %s".formatted(heap / (1 << 20), resident(pid));
    }

    private static String resident(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return "resident unknown";
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .map(line -> "resident " + Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
                    .findFirst()
                    .orElse("resident unknown");
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
