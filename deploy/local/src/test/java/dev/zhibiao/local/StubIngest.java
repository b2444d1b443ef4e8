package dev.zhibiao.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Answers as ingest would: what a file's text says is what it gets. */
final class StubIngest implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final List<String> sources = new CopyOnWriteArrayList<>();
    private final @Nullable String key;

    /** With the only key that it knows, if any. */
    StubIngest(@Nullable String key) throws IOException {
        this.key = key;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/reports", this::answer);
        server.start();
    }

    String address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort()).toString();
    }

    /** The sources of all requests in the order they came. */
    List<String> sources() {
        return sources;
    }

    int mostUnderWay() {
        return mostUnderWay.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try (exchange) {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            sources.add(exchange.getRequestURI().getQuery().replace("source=", ""));
            String sent = exchange.getRequestHeaders().getFirst("X-API-Key");
            if (key != null && !key.equals(sent)) {
                send(exchange, 401, "unauthorized");
                return;
            }
            int attempt = tries.computeIfAbsent(text, t -> new AtomicInteger()).incrementAndGet();
            String[] orders = text.split(" ");
            String order = orders[Math.min(attempt, orders.length) - 1];
            Optional<Integer> status =
                    order.matches("[0-9]{3}") ? Optional.of(Integer.parseInt(order)) : Optional.empty();
            if (status.isPresent()) {
                exchange.getResponseHeaders().set("Retry-After", "0");
                send(exchange, status.get(), "code-" + status.get());
            } else {
                byte[] body = ("{\"reportId\":\"%s\",\"status\":\"%s\"}"
                                .formatted(text.hashCode(), attempt > orders.length ? "duplicate" : "received"))
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(202, body.length);
                exchange.getResponseBody().write(body);
            }
        } finally {
            underWay.decrementAndGet();
        }
    }

    private static void send(HttpExchange exchange, int status, String code) throws IOException {
        byte[] body =
                "{\"code\":\"%s\",\"detail\":\"for the test\"}".formatted(code).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
