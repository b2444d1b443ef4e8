package dev.zhibiao.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers as the store would: to a request what was set for it, in order, the last for ever. */
final class StubStore implements AutoCloseable {

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    StubStore() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Sets an answer.
     *
     * @param request method and path, with the query where that matters
     */
    StubStore on(String request, int status, String body) {
        answers.computeIfAbsent(request, r -> new ArrayDeque<>()).add(new Answer(status, body));
        return this;
    }

    /** All requests in the order they came: method, path and query. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String whole = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            requests.add(whole);
            String path = whole.replaceFirst("\\?.*", "");
            // The name of a run is known only to who begins it.
            Answer answer = next(answers.containsKey(whole) ? whole : path.replaceFirst("(/replays)/.*", "$1"));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer next(String request) {
        Deque<Answer> set = answers.get(request);
        if (set == null) {
            return new Answer(404, "{\"status\":404,\"code\":\"not-found\",\"detail\":\"" + request + "\"}");
        }
        return set.size() > 1 ? set.remove() : set.element();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
