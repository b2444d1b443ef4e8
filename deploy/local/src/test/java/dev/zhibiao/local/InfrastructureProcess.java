package dev.zhibiao.local;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The broker or the database in a process of its own, which can be killed without the launcher. */
final class InfrastructureProcess implements Closeable {

    private final String part;
    private final Path folder;
    private final int port;
    private Process process;

    private InfrastructureProcess(String part, Path folder, int port) throws IOException {
        this.part = part;
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    /** Arguments: {@code broker} or {@code database}, folder, port. Ends when standard input does. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        int port = Integer.parseInt(arguments[2]);
        LauncherLog.writeTo(folder.resolveSibling(arguments[0] + ".log"));
        switch (arguments[0]) {
            case "broker" -> Broker.start(folder, port);
            case "database" -> Database.start(folder, port);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        while (System.in.read() >= 0) {
            continue;
        }
        Runtime.getRuntime().halt(0);
    }

    static InfrastructureProcess start(String part, Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        return new InfrastructureProcess(part, folder, port);
    }

    private Process launch() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(List.of(
                        java.toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx640m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InfrastructureProcess.class.getName(),
                        part,
                        folder.toString(),
                        Integer.toString(port)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolveSibling(part + ".out").toFile()))
                .start();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void restart() throws IOException {
        process = launch();
    }

    /** Waits until its port is open. */
    void awaitOpen() {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!isOpen()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(part + " does not start, see its log in " + folder.getParent());
            }
            Pause.of(Duration.ofMillis(100));
        }
    }

    private boolean isOpen() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.HOST, port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
