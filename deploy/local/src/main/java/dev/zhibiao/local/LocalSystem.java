package dev.zhibiao.local;

import java.io.Closeable;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Broker, database and the three services, started in this order and stopped in the other. */
final class LocalSystem implements Closeable {

    private static final Duration TO_START = Duration.ofSeconds(120);
    private static final Duration PORTS_AFTER_CRASH = Duration.ofSeconds(20);

    /**
     * What to start.
     *
     * @param root of the repository, where the services were built
     * @param data where broker and database keep their data
     * @param ports of the parts
     * @param mongodbUri of a server to use instead of the embedded one
     * @param kafka bootstrap servers to use instead of a broker in this process
     */
    record Settings(
            Path root,
            Path data,
            Ports ports,
            @Nullable String mongodbUri,
            @Nullable String kafka) {}

    private final Settings settings;
    private final Deque<Closeable> infrastructure = new ArrayDeque<>();
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicBoolean closed = new AtomicBoolean();
    private String bootstrapServers = "";
    private String mongodbUri = "";
    private Path logs = Path.of("");

    LocalSystem(Settings settings) {
        this.settings = settings;
    }

    /** Returns when all of it is ready; on failure the caller closes what was started. */
    void start() {
        startInfrastructure();
        for (Service service : Service.values()) {
            start(service);
        }
        for (Service service : Service.values()) {
            awaitReady(service);
        }
    }

    private synchronized void startInfrastructure() {
        DataDirectory data = DataDirectory.open(settings.data());
        infrastructure.push(data);
        logs = data.logs();
        LauncherLog.writeTo(logs.resolve("launcher.log"));
        Duration patience = data.afterCrash() ? PORTS_AFTER_CRASH : Duration.ZERO;
        settings.ports().requireFree(settings.kafka() == null, settings.mongodbUri() == null, patience);
        bootstrapServers = settings.kafka() != null ? settings.kafka() : startBroker(data);
        setTopicsUp();
        mongodbUri = settings.mongodbUri() != null ? settings.mongodbUri() : startDatabase(data);
    }

    /** A broker of our own becomes as the table says; of one that is used by others only what is missing is created. */
    private void setTopicsUp() {
        if (settings.kafka() == null) {
            Topics.apply(bootstrapServers);
            return;
        }
        Topics.create(bootstrapServers)
                .forEach(left -> System.getLogger(LocalSystem.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                "{0}: {1} is {2}, should be {3}",
                                left.where(),
                                left.setting(),
                                left.actual(),
                                left.wanted()));
    }

    private String startBroker(DataDirectory data) {
        Broker broker = Broker.start(data.kafka(), settings.ports().kafka());
        infrastructure.push(broker);
        return broker.bootstrapServers();
    }

    private String startDatabase(DataDirectory data) {
        Database database = Database.start(data.mongodb(), settings.ports().mongodb());
        infrastructure.push(database);
        return database.connectionString() + "/zhibiao";
    }

    /** Starts one service, again where it has ended. */
    synchronized void start(Service service) {
        if (closed.get()) {
            return;
        }
        int port = service.port(settings.ports());
        ServiceProcess process = ServiceProcess.start(
                service.module(),
                port,
                service.heapMebibytes(),
                settings.root().resolve(service.module()).resolve("target/quarkus-app"),
                service.properties(settings.ports(), bootstrapServers, mongodbUri),
                logs.resolve(service.module() + ".log"));
        services.put(service, process);
    }

    void awaitReady(Service service) {
        process(service).awaitReady(http, TO_START);
    }

    /** Asks one service to stop, as an upgrade does, and waits until it has ended. */
    void stop(Service service) {
        process(service).close();
    }

    /** Ends one service as a crash would. */
    void kill(Service service) {
        process(service).kill();
    }

    /** Complains where a service has ended by itself. */
    void requireAlive() {
        if (closed.get()) {
            // Being stopped is not an end of its own.
            return;
        }
        for (Service service : Service.values()) {
            process(service).requireAlive();
        }
    }

    private synchronized ServiceProcess process(Service service) {
        ServiceProcess process = services.get(service);
        if (process == null) {
            throw new IllegalStateException(service + " was not started");
        }
        return process;
    }

    URI storeUri() {
        return URI.create("http://localhost:" + settings.ports().store());
    }

    URI ingestUri() {
        return URI.create("http://localhost:" + settings.ports().ingest());
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Whether the database is the embedded one, which has its limits. */
    boolean embeddedDatabase() {
        return settings.mongodbUri() == null;
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        synchronized (this) {
            services.values().forEach(ServiceProcess::stop);
            services.values().forEach(ServiceProcess::close);
            while (!infrastructure.isEmpty()) {
                closeQuietly(infrastructure.pop());
            }
        }
    }

    private static void closeQuietly(Closeable part) {
        try {
            part.close();
        } catch (Exception e) {
            // The others must stop, too; the cause is in the launcher's log.
            System.getLogger(LocalSystem.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "stopping " + part.getClass().getSimpleName(),
                            e);
        }
    }
}
