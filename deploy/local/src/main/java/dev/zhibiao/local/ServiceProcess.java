package dev.zhibiao.local;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service as a process of its own that does not outlive the launcher. */
final class ServiceProcess implements Closeable {

    /** Longer than the services wait for what they are doing. */
    private static final Duration TO_STOP = Duration.ofSeconds(30);

    private final String name;
    private final int port;
    private final Path log;
    private final Process process;

    private ServiceProcess(String name, int port, Path log, Process process) {
        this.name = name;
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts it, without waiting for it to be ready.
     *
     * @param application folder of the service's {@code quarkus-run.jar}
     * @param log file that takes what the service says
     */
    static ServiceProcess start(
            String name, int port, int heapMebibytes, Path application, Map<String, String> properties, Path log) {
        Path jar = application.resolve("quarkus-run.jar");
        if (!Files.isReadable(jar)) {
            throw new CannotRunException("service.not-built", name, jar);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Small heaps and one collector thread: five programs share this machine.
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx" + heapMebibytes + "m", "-XX:+ExitOnOutOfMemoryError"));
        command.add("-Dfile.encoding=UTF-8");
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-cp", jar + File.pathSeparator + ownClasses(), Tether.class.getName()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                    .start();
            return new ServiceProcess(name, port, log, process);
        } catch (IOException e) {
            throw new CannotRunException(e, "service.died", name, Reason.of(e), log);
        }
    }

    private static Path ownClasses() {
        try {
            return Path.of(Tether.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the launcher's classes are in no folder", e);
        }
    }

    /** Waits until the service says that it is ready. */
    void awaitReady(HttpClient http, Duration atMost) {
        URI health = URI.create("http://" + Ports.HOST + ":" + port + "/q/health/ready");
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        long end = System.nanoTime() + atMost.toNanos();
        while (!isReady(http, request)) {
            requireAlive();
            if (System.nanoTime() > end) {
                throw new CannotRunException("service.not-ready", name, atMost.toSeconds(), log);
            }
            Pause.of(Duration.ofMillis(100));
        }
    }

    private static boolean isReady(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Complains where the service has ended by itself. */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new CannotRunException("service.died", name, ServiceLog.causeIn(log), log);
        }
    }

    /** Ends it as a crash would. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to stop, without waiting. */
    void stop() {
        process.destroy();
    }

    @Override
    public void close() {
        stop();
        if (!awaitEnd()) {
            kill();
        }
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
