package dev.zhibiao.local;

import dev.zhibiao.events.Topic;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Table of docs/scaling.md: extract-service from one process to three, one, none and two while reports stream in.
 * Arguments: {@code --sentences N} of a report, {@code --seconds N} of a phase after its change, {@code --pause N}
 * milliseconds between reports, and every {@code --name=value} is a property of the service.
 */
final class ScalingBenchmark {

    private static final PrintStream OUT = System.out;
    private static final int[] PHASES = {1, 3, 1, 0, 2};

    private ScalingBenchmark() {}

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            int equals = arguments[i].indexOf('=');
            if (equals > 0) {
                properties.put(arguments[i].substring(2, equals), arguments[i].substring(equals + 1));
            } else {
                options.put(arguments[i], arguments[++i]);
            }
        }
        Path data = Files.createTempDirectory("scaling-benchmark");
        LauncherLog.writeTo(data.resolve("broker.log"));
        try (Broker broker = Broker.start(data.resolve("kafka"), Ports.anyFree())) {
            Topics.apply(broker.bootstrapServers());
            run(broker.bootstrapServers(), data, options, properties);
        }
        System.exit(0);
    }

    private static void run(String kafka, Path data, Map<String, String> options, Map<String, String> properties)
            throws Exception {
        SyntheticReports reports = new SyntheticReports(Integer.parseInt(options.getOrDefault("--sentences", "400")));
        Duration held = Duration.ofSeconds(Long.parseLong(options.getOrDefault("--seconds", "15")));
        Duration pause = Duration.ofMillis(Long.parseLong(options.getOrDefault("--pause", "20")));
        try (TopicLog extracted = new TopicLog(kafka, Topic.EXTRACTED);
                ReceivedStream received = new ReceivedStream(kafka, reports, pause, () -> 0, Integer.MAX_VALUE);
                ExtractFleet fleet = new ExtractFleet(kafka, data, properties)) {
            received.start();
            int before = 0;
            OUT.println(
                    "| change | s until ready or ended | reports/s afterwards | longest time without a report, s |");
            OUT.println("| --- | --- | --- | --- |");
            for (int processes : PHASES) {
                long began = System.currentTimeMillis();
                fleet.scaleTo(processes);
                long changed = System.currentTimeMillis();
                Pause.of(held);
                long ended = System.currentTimeMillis();
                OUT.printf(
                        Locale.ROOT,
                        "| %d → %d | %.1f | %.1f | %.1f |%n",
                        before,
                        processes,
                        (changed - began) / 1e3,
                        extracted.between(changed, ended) * 1e3 / (ended - changed),
                        extracted.longestPause(began, ended) / 1e3);
                before = processes;
            }
            Set<String> ids = received.stop();
            long began = System.nanoTime();
            while (GroupLag.of(kafka, "extract-service", Topic.RECEIVED) > 0) {
                Pause.of(Duration.ofMillis(100));
            }
            Pause.of(Duration.ofSeconds(1));
            OUT.printf(
                    Locale.ROOT,
                    "%d reports, %d extracted once or more, %d repeated; lag 0 after %.1f s; logs in %s%n",
                    ids.size(),
                    extracted.entries().stream()
                            .map(TopicLog.Entry::key)
                            .distinct()
                            .count(),
                    extracted.repeated(),
                    (System.nanoTime() - began) / 1e9,
                    data);
        }
    }
}
