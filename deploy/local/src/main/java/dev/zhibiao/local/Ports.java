package dev.zhibiao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the parts listen, all on the loopback address: neither broker nor database asks who is calling.
 *
 * @param store of the web page and the query API
 * @param ingest of {@code POST /reports}
 * @param extract of health and metrics
 * @param kafka of the broker
 * @param mongodb of the database
 */
record Ports(int store, int ingest, int extract, int kafka, int mongodb) {

    static final String HOST = "127.0.0.1";

    /** Ports that nobody uses now. */
    static Ports free() {
        return new Ports(anyFree(), anyFree(), anyFree(), anyFree(), anyFree());
    }

    static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Complains about the first port in use.
     *
     * @param patience how long a port may stay busy: the services of a launcher that was killed need a moment to end
     */
    void requireFree(boolean withBroker, boolean withDatabase, Duration patience) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("--port-store", store);
        wanted.put("--port-ingest", ingest);
        wanted.put("--port-extract", extract);
        if (withBroker) {
            wanted.put("--port-kafka", kafka);
        }
        if (withDatabase) {
            wanted.put("--port-mongodb", mongodb);
        }
        long end = System.nanoTime() + patience.toNanos();
        wanted.forEach((option, port) -> {
            while (!isFree(port)) {
                if (System.nanoTime() >= end) {
                    throw new CannotRunException("port.busy", port, option);
                }
                Pause.of(Duration.ofMillis(200));
            }
        });
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // A port whose last connections are still timing out is free for a server, here as in the services.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
