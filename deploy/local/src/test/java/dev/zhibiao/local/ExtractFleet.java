package dev.zhibiao.local;

import java.io.Closeable;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** As many processes of extract-service as are wanted, of one consumer group. */
final class ExtractFleet implements Closeable {

    private static final Path ROOT = Path.of(System.getProperty("zhibiao.root", "."));
    private static final Duration TO_START = Duration.ofSeconds(120);

    private final String bootstrapServers;
    private final Path logs;
    private final Map<String, String> more;
    private final Deque<ServiceProcess> running = new ArrayDeque<>();
    private int started;

    ExtractFleet(String bootstrapServers, Path logs, Map<String, String> more) {
        this.bootstrapServers = bootstrapServers;
        this.logs = logs;
        this.more = more;
    }

    /** Starts some and waits until they are ready, or stops the youngest by SIGTERM and waits until they have ended. */
    void scaleTo(int processes) {
        List<ServiceProcess> changed = new ArrayList<>();
        while (running.size() < processes) {
            ServiceProcess process = start();
            running.push(process);
            changed.add(process);
        }
        HttpClient http = HttpClient.newHttpClient();
        changed.forEach(process -> process.awaitReady(http, TO_START));
        changed.clear();
        while (running.size() > processes) {
            ServiceProcess process = running.pop();
            process.stop();
            changed.add(process);
        }
        changed.forEach(ServiceProcess::close);
    }

    private ServiceProcess start() {
        int port = Ports.anyFree();
        Map<String, String> properties = Service.EXTRACT.properties(new Ports(0, 0, port, 0, 0), bootstrapServers, "");
        properties.putAll(more);
        started++;
        return ServiceProcess.start(
                Service.EXTRACT.module(),
                port,
                Service.EXTRACT.heapMebibytes(),
                ROOT.resolve(Service.EXTRACT.module()).resolve("target/quarkus-app"),
                properties,
                logs.resolve("extract-" + started + ".log"));
    }

    @Override
    public void close() {
        running.forEach(ServiceProcess::stop);
        running.forEach(ServiceProcess::close);
    }
}
