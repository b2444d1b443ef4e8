package dev.zhibiao.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Starts everything on this machine and submits reports. 在本机启动全部服务并提交报告。")
final class RunCommand implements Callable<Integer> {

    /** A report takes well under a second; a machine may be busy. */
    private static final Duration PER_REPORT = Duration.ofSeconds(2);

    private static final Duration AT_LEAST = Duration.ofSeconds(120);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "files or folders; without any, the samples")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--exit", description = "stop when all is stored")
    private boolean exit;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where broker and database keep their data; default: $ZHIBIAO_DATA or .zhibiao")
    private @Nullable Path data;

    @Option(names = "--mongodb-uri", paramLabel = "URI", description = "a MongoDB to use instead of the embedded one")
    private @Nullable String mongodbUri;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "a Kafka to use instead of one started here")
    private @Nullable String kafka;

    @Option(
            names = "--port-store",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "of the web page and the query API; default: ${DEFAULT-VALUE}")
    private int store = 8080;

    @Option(
            names = "--port-ingest",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "of POST /reports; default: ${DEFAULT-VALUE}")
    private int ingest = 8081;

    @Option(
            names = "--port-extract",
            paramLabel = "PORT",
            defaultValue = "8082",
            description = "of the extraction's health and metrics; default: ${DEFAULT-VALUE}")
    private int extract = 8082;

    @Option(
            names = "--port-kafka",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "of the broker, where it is started here; default: ${DEFAULT-VALUE}")
    private int kafkaPort = 9092;

    @Option(
            names = "--port-mongodb",
            paramLabel = "PORT",
            defaultValue = "27018",
            description = "of the database, where it is the embedded one; default: ${DEFAULT-VALUE}")
    private int mongodbPort = 27018;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path root = Path.of(System.getProperty("zhibiao.root", "."));
        List<Path> files = SubmittedFiles.of(paths.isEmpty() ? List.of(root.resolve("samples/reports")) : paths);
        Path folder = data == null ? defaultData(root) : data;
        Ports ports = new Ports(store, ingest, extract, kafkaPort, mongodbPort);
        LocalSystem system = new LocalSystem(new LocalSystem.Settings(root, folder, ports, mongodbUri, kafka));
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
        long began = System.nanoTime();
        out.println(Messages.of("starting", folder));
        system.start();
        out.println(Messages.of("started", (System.nanoTime() - began) / 1_000_000_000));
        boolean good = submit(files, system, out);
        if (!exit) {
            out.println(Messages.of("addresses", system.storeUri(), system.ingestUri()));
            runOn(system);
        }
        return good ? 0 : 1;
    }

    /** {@code ZHIBIAO_DATA}, else {@code .zhibiao} beside the script. */
    static Path defaultData(Path root) {
        String named = System.getenv("ZHIBIAO_DATA");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        Path here = Path.of("").toAbsolutePath();
        Path folder = root.resolve(".zhibiao").toAbsolutePath();
        return folder.startsWith(here) ? here.relativize(folder) : folder;
    }

    private static void runOn(LocalSystem system) {
        while (true) {
            Pause.of(Duration.ofSeconds(1));
            system.requireAlive();
        }
    }

    private boolean submit(List<Path> files, LocalSystem system, PrintWriter out) {
        List<Outcome> outcomes;
        Map<String, JsonNode> reports;
        out.println(Messages.of("submitting", files.size()));
        try (Progress progress = Progress.of("reports", 2 * files.size(), out)) {
            outcomes = new Submitter(system.ingestUri())
                    .submit(files, o -> progress.step(Messages.of("submitted", o.name(), o.status())));
            reports = await(outcomes, system, progress);
        }
        Table table = header();
        long observations = 0;
        int bad = 0;
        for (Outcome outcome : outcomes) {
            JsonNode report = outcome.reportId() == null ? null : reports.get(outcome.reportId());
            row(table, outcome, report);
            observations += report == null ? 0 : report.path("observations").asLong();
            bad += report == null || !report.path("state").asText().equals("stored") ? 1 : 0;
        }
        long duplicates = outcomes.stream().filter(Outcome::duplicate).count();
        out.println(table.text());
        out.println(Messages.of("summary.stored", outcomes.size(), observations, duplicates, bad));
        if (system.embeddedDatabase()) {
            warnWhereLarge(new StoreClient(system.storeUri()), out);
        }
        return bad == 0;
    }

    /** Of all that is stored, by earlier runs too. */
    static void warnWhereLarge(StoreClient store, PrintWriter out) {
        long stored = store.get("/overview")
                .map(overview -> overview.path("observations").asLong())
                .orElse(0L);
        if (stored > Database.COMFORTABLE_OBSERVATIONS) {
            out.println(Messages.of("embedded.large", stored, Database.COMFORTABLE_OBSERVATIONS));
        }
    }

    private static Map<String, JsonNode> await(List<Outcome> outcomes, LocalSystem system, Progress progress) {
        StoreClient store = new StoreClient(system.storeUri());
        Map<String, Outcome> waiting = new LinkedHashMap<>();
        outcomes.stream().filter(o -> o.reportId() != null).forEach(o -> waiting.put(o.reportId(), o));
        Map<String, JsonNode> reports = new LinkedHashMap<>();
        long patience = AT_LEAST.plus(PER_REPORT.multipliedBy(outcomes.size())).toNanos();
        long end = System.nanoTime() + patience;
        while (!waiting.isEmpty()) {
            waiting.values().removeIf(outcome -> {
                String id = String.valueOf(outcome.reportId());
                JsonNode report = store.report(id).orElse(null);
                if (report == null || report.path("state").asText().equals("received")) {
                    return false;
                }
                reports.put(id, report);
                progress.step(Messages.of("stored", outcome.name(), Messages.of("state." + state(report))));
                return true;
            });
            system.requireAlive();
            if (System.nanoTime() > end) {
                throw new CannotRunException(
                        "timeout", Duration.ofNanos(patience).toSeconds());
            }
            Pause.of(Duration.ofMillis(100));
        }
        return reports;
    }

    private static String state(JsonNode report) {
        return report.path("state").asText();
    }

    private static Table header() {
        return new Table()
                .row(
                        Messages.of("table.file"),
                        Messages.of("table.state"),
                        Messages.of("table.area"),
                        Messages.of("table.code"),
                        Messages.of("table.year"),
                        Messages.of("table.observations"),
                        Messages.of("table.conflict"));
    }

    private static void row(Table table, Outcome outcome, @Nullable JsonNode report) {
        if (report == null) {
            table.row(outcome.name(), Messages.of("state.refused") + " " + outcome.status(), "", "", "", "", "");
            return;
        }
        String state = outcome.duplicate() && state(report).equals("stored") ? "duplicate" : state(report);
        String code = report.path("failure").path("code").asText("");
        List<String> conflicts = new ArrayList<>();
        report.path("conflicts").forEach(c -> conflicts.add(c.path("kind").asText()));
        table.row(
                outcome.name(),
                (Messages.of("state." + state) + " " + code).strip(),
                report.path("refArea").asText(""),
                report.path("areaCode").asText(""),
                report.path("targetPeriod").asText(""),
                report.path("observations").asText(""),
                String.join(", ", conflicts));
    }
}
