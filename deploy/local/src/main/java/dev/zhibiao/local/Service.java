package dev.zhibiao.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The three services and how they are told where everything is. */
enum Service {
    STORE("store-service", 512, Ports::store),
    INGEST("ingest-service", 512, Ports::ingest),
    EXTRACT("extract-service", 512, Ports::extract);

    private final String module;
    private final int heapMebibytes;
    private final ToIntFunction<Ports> port;

    Service(String module, int heapMebibytes, ToIntFunction<Ports> port) {
        this.module = module;
        this.heapMebibytes = heapMebibytes;
        this.port = port;
    }

    /** Its folder in the repository. */
    String module() {
        return module;
    }

    int heapMebibytes() {
        return heapMebibytes;
    }

    int port(Ports ports) {
        return port.applyAsInt(ports);
    }

    Map<String, String> properties(Ports ports, String bootstrapServers, String mongodbUri) {
        Map<String, String> properties = new LinkedHashMap<>();
        // Nobody is asked who they are, so all of it stays on the loopback address.
        properties.put("quarkus.profile", "local");
        properties.put("quarkus.http.host", Ports.HOST);
        properties.put("quarkus.http.port", Integer.toString(port(ports)));
        properties.put("quarkus.log.console.json.enabled", "false");
        properties.put("kafka.bootstrap.servers", bootstrapServers);
        // A consumer that was killed is given up after 6 s instead of 45.
        properties.put("mp.messaging.connector.smallrye-kafka.session.timeout.ms", "6000");
        properties.put("mp.messaging.connector.smallrye-kafka.heartbeat.interval.ms", "2000");
        String page = "http://localhost:" + ports.store();
        switch (this) {
            case STORE -> {
                properties.put("quarkus.mongodb.connection-string", mongodbUri);
                properties.put("zhibiao.page.ingest", "http://localhost:" + ports.ingest());
            }
            case INGEST -> {
                properties.put("zhibiao.store.url", page);
                properties.put("quarkus.http.cors.enabled", "true");
                properties.put("quarkus.http.cors.origins", page + ",http://" + Ports.HOST + ":" + ports.store());
            }
            case EXTRACT -> {
                // It needs nothing but the broker.
            }
        }
        return properties;
    }
}
